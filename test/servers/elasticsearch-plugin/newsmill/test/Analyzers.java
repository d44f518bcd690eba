package newsmill.test;

import java.util.*;
import java.util.function.*;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.*;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.cjk.*;
import org.apache.lucene.analysis.miscellaneous.*;
import org.apache.lucene.analysis.pattern.*;
import org.elasticsearch.common.settings.*;
import org.elasticsearch.index.analysis.*;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** The analyzers of languages, and two more, under the names that the full distribution has for them. */
final class Analyzers {
    private Analyzers() {}

    private interface Lang { Analyzer make(CharArraySet stop, CharArraySet exclude); }

    private static AnalysisProvider<AnalyzerProvider<? extends Analyzer>> lang(Supplier<CharArraySet> stop, Lang l) {
        return (is, env, name, s) -> {
            Analyzer a = l.make(Analysis.parseStopWords(env, s, stop.get()), Analysis.parseStemExclusion(s, CharArraySet.EMPTY_SET));
            return provider(name, s, a);
        };
    }
    private static AnalyzerProvider<Analyzer> provider(String name, Settings s, Analyzer a) {
        return new AbstractIndexAnalyzerProvider<>(name, s) { @Override public Analyzer get() { return a; } };
    }

    static Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> all() {
        Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> m = new TreeMap<>();
        m.put("arabic", lang(org.apache.lucene.analysis.ar.ArabicAnalyzer::getDefaultStopSet, org.apache.lucene.analysis.ar.ArabicAnalyzer::new));
        m.put("armenian", lang(org.apache.lucene.analysis.hy.ArmenianAnalyzer::getDefaultStopSet, org.apache.lucene.analysis.hy.ArmenianAnalyzer::new));
        m.put("basque", lang(org.apache.lucene.analysis.eu.BasqueAnalyzer::getDefaultStopSet, org.apache.lucene.analysis.eu.BasqueAnalyzer::new));
        m.put("bengali", lang(org.apache.lucene.analysis.bn.BengaliAnalyzer::getDefaultStopSet, org.apache.lucene.analysis.bn.BengaliAnalyzer::new));
        m.put("brazilian", lang(org.apache.lucene.analysis.br.BrazilianAnalyzer::getDefaultStopSet, org.apache.lucene.analysis.br.BrazilianAnalyzer::new));
        m.put("bulgarian", lang(org.apache.lucene.analysis.bg.BulgarianAnalyzer::getDefaultStopSet, org.apache.lucene.analysis.bg.BulgarianAnalyzer::new));
        m.put("catalan", lang(org.apache.lucene.analysis.ca.CatalanAnalyzer::getDefaultStopSet, org.apache.lucene.analysis.ca.CatalanAnalyzer::new));
        m.put("cjk", lang(CJKAnalyzer::getDefaultStopSet, (st, ex) -> new CJKAnalyzer(st)));
        m.put("czech", lang(org.apache.lucene.analysis.cz.CzechAnalyzer::getDefaultStopSet, org.apache.lucene.analysis.cz.CzechAnalyzer::new));
        m.put("danish", lang(org.apache.lucene.analysis.da.DanishAnalyzer::getDefaultStopSet, org.apache.lucene.analysis.da.DanishAnalyzer::new));
        m.put("dutch", lang(org.apache.lucene.analysis.nl.DutchAnalyzer::getDefaultStopSet, org.apache.lucene.analysis.nl.DutchAnalyzer::new));
        m.put("english", lang(org.apache.lucene.analysis.en.EnglishAnalyzer::getDefaultStopSet, org.apache.lucene.analysis.en.EnglishAnalyzer::new));
        m.put("estonian", lang(org.apache.lucene.analysis.et.EstonianAnalyzer::getDefaultStopSet, org.apache.lucene.analysis.et.EstonianAnalyzer::new));
        m.put("finnish", lang(org.apache.lucene.analysis.fi.FinnishAnalyzer::getDefaultStopSet, org.apache.lucene.analysis.fi.FinnishAnalyzer::new));
        m.put("french", lang(org.apache.lucene.analysis.fr.FrenchAnalyzer::getDefaultStopSet, org.apache.lucene.analysis.fr.FrenchAnalyzer::new));
        m.put("galician", lang(org.apache.lucene.analysis.gl.GalicianAnalyzer::getDefaultStopSet, org.apache.lucene.analysis.gl.GalicianAnalyzer::new));
        m.put("german", lang(org.apache.lucene.analysis.de.GermanAnalyzer::getDefaultStopSet, org.apache.lucene.analysis.de.GermanAnalyzer::new));
        m.put("greek", lang(org.apache.lucene.analysis.el.GreekAnalyzer::getDefaultStopSet, (st, ex) -> new org.apache.lucene.analysis.el.GreekAnalyzer(st)));
        m.put("hindi", lang(org.apache.lucene.analysis.hi.HindiAnalyzer::getDefaultStopSet, org.apache.lucene.analysis.hi.HindiAnalyzer::new));
        m.put("hungarian", lang(org.apache.lucene.analysis.hu.HungarianAnalyzer::getDefaultStopSet, org.apache.lucene.analysis.hu.HungarianAnalyzer::new));
        m.put("indonesian", lang(org.apache.lucene.analysis.id.IndonesianAnalyzer::getDefaultStopSet, org.apache.lucene.analysis.id.IndonesianAnalyzer::new));
        m.put("irish", lang(org.apache.lucene.analysis.ga.IrishAnalyzer::getDefaultStopSet, org.apache.lucene.analysis.ga.IrishAnalyzer::new));
        m.put("italian", lang(org.apache.lucene.analysis.it.ItalianAnalyzer::getDefaultStopSet, org.apache.lucene.analysis.it.ItalianAnalyzer::new));
        m.put("latvian", lang(org.apache.lucene.analysis.lv.LatvianAnalyzer::getDefaultStopSet, org.apache.lucene.analysis.lv.LatvianAnalyzer::new));
        m.put("lithuanian", lang(org.apache.lucene.analysis.lt.LithuanianAnalyzer::getDefaultStopSet, org.apache.lucene.analysis.lt.LithuanianAnalyzer::new));
        m.put("norwegian", lang(org.apache.lucene.analysis.no.NorwegianAnalyzer::getDefaultStopSet, org.apache.lucene.analysis.no.NorwegianAnalyzer::new));
        m.put("persian", lang(org.apache.lucene.analysis.fa.PersianAnalyzer::getDefaultStopSet, (st, ex) -> new org.apache.lucene.analysis.fa.PersianAnalyzer(st)));
        m.put("portuguese", lang(org.apache.lucene.analysis.pt.PortugueseAnalyzer::getDefaultStopSet, org.apache.lucene.analysis.pt.PortugueseAnalyzer::new));
        m.put("romanian", lang(org.apache.lucene.analysis.ro.RomanianAnalyzer::getDefaultStopSet, org.apache.lucene.analysis.ro.RomanianAnalyzer::new));
        m.put("russian", lang(org.apache.lucene.analysis.ru.RussianAnalyzer::getDefaultStopSet, org.apache.lucene.analysis.ru.RussianAnalyzer::new));
        m.put("serbian", lang(org.apache.lucene.analysis.sr.SerbianAnalyzer::getDefaultStopSet, org.apache.lucene.analysis.sr.SerbianAnalyzer::new));
        m.put("sorani", lang(org.apache.lucene.analysis.ckb.SoraniAnalyzer::getDefaultStopSet, org.apache.lucene.analysis.ckb.SoraniAnalyzer::new));
        m.put("spanish", lang(org.apache.lucene.analysis.es.SpanishAnalyzer::getDefaultStopSet, org.apache.lucene.analysis.es.SpanishAnalyzer::new));
        m.put("swedish", lang(org.apache.lucene.analysis.sv.SwedishAnalyzer::getDefaultStopSet, org.apache.lucene.analysis.sv.SwedishAnalyzer::new));
        m.put("thai", lang(org.apache.lucene.analysis.th.ThaiAnalyzer::getDefaultStopSet, (st, ex) -> new org.apache.lucene.analysis.th.ThaiAnalyzer(st)));
        m.put("turkish", lang(org.apache.lucene.analysis.tr.TurkishAnalyzer::getDefaultStopSet, org.apache.lucene.analysis.tr.TurkishAnalyzer::new));
        m.put("pattern", (is, env, name, s) -> {
            Pattern p = Pattern.compile(s.get("pattern", "\\W+"));
            boolean lower = s.getAsBoolean("lowercase", true);
            CharArraySet stop = Analysis.parseStopWords(env, s, CharArraySet.EMPTY_SET);
            return provider(name, s, new Analyzer() {
                @Override protected TokenStreamComponents createComponents(String field) {
                    Tokenizer t = new PatternTokenizer(p, -1);
                    TokenStream ts = lower ? new LowerCaseFilter(t) : t;
                    return new TokenStreamComponents(t, stop.isEmpty() ? ts : new StopFilter(ts, stop));
                }
            });
        });
        m.put("fingerprint", (is, env, name, s) -> {
            char sep = s.get("separator", " ").charAt(0);
            int max = s.getAsInt("max_output_size", 255);
            CharArraySet stop = Analysis.parseStopWords(env, s, CharArraySet.EMPTY_SET);
            return provider(name, s, new Analyzer() {
                @Override protected TokenStreamComponents createComponents(String field) {
                    Tokenizer t = new org.apache.lucene.analysis.standard.StandardTokenizer();
                    TokenStream ts = new ASCIIFoldingFilter(new LowerCaseFilter(t), false);
                    return new TokenStreamComponents(t, new FingerprintFilter(new StopFilter(ts, stop), max, sep));
                }
            });
        });
        return m;
    }
}
