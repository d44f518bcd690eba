import { readFileSync } from 'node:fs';
import { tellingOf } from '../libs/enrich/src/phrases/judged-words.ts';
import { listedInEnglish, rankOfListing } from '../libs/enrich/src/phrases/lexicon.ts';
const rd=(n:string)=>new Set(readFileSync(new URL(`./train/enrich/phrases/english-words/${n}.txt`,import.meta.url),'utf8').trim().split('\n'));
const T=rd('telling'),D=rd('depending'),V=rd('vague');
const j=(w:string)=>T.has(w)?'much':D.has(w)?'some':V.has(w)?'nothing':undefined;
// ranked words in s
const words=process.argv[2]?[process.argv[2]]:[];
const forms=(w:string)=>[w,w.slice(0,-1),w.slice(0,-2),w.slice(0,-3)+'y'];
import subt from 'node:fs';
// candidates: all nouns X (judged or any) , plural Xs
const dict=readFileSync('/usr/share/dict/words','utf8').split('\n').filter(w=>/^[a-z]{3,}$/.test(w));
let out:string[]=[];
for(const x of dict){
  const w=x.endsWith('s')?x:'';
  if(!w)continue;
  const fs=forms(w);
  // where first judged form is index>=2 and earlier form ranked
  const idx=fs.findIndex(f=>j(f)!==undefined);
  if(idx>=2){
    const ok=(idx===2&&/(?:s|x|z|ch|sh|o)es$/.test(w))||(idx===3&&w.endsWith('ies'));
    if(!ok) out.push(`${w}->${fs[idx]}:${j(fs[idx])}(${rankOfListing(listedInEnglish(w))??'-'})`);
  }
}
console.log(out.length,out.join(' '));
