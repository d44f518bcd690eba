import { loadModel } from '@newsmill/models';
import { bodyModel, shippedBodyWeights, type BodyModel } from './body/score-blocks.ts';
import { pageWordScorer, type PageWordScore, type PageWordWeights } from './kind/page-words.ts';
import { boostedTrees, type TreeScore } from './model/boosted-trees.ts';
import { treesOf, type Trees } from './model/packed-trees.ts';

/** What `bench/train` makes for metadata: one ranker a field. */
export interface MetadataWeights {
  readonly title: Trees;
  readonly date: Trees;
  readonly author: Trees;
}

/** The model that tells articles from other pages. */
export interface KindWeights {
  readonly words: PageWordWeights;
  readonly trees: Trees;
}

/**
 * The learned parts of a reading. The shipped set is fitted on all training sites; benches bring sets that
 * left a fold out.
 */
export interface Models {
  readonly body: BodyModel;
  readonly title: TreeScore;
  readonly date: TreeScore;
  readonly author: TreeScore;
  /** Log-odds of a page being an article. */
  readonly kind: TreeScore;
  /** The same by the words of the page alone; the trees take it into account. */
  readonly pageWords: PageWordScore;
}

/** Most candidates are hopeless: one that half of the trees put so low is not looked at by the others. */
const hopeless = -2.5;

function ranker(packed: Trees): TreeScore {
  return boostedTrees(packed, { trees: Math.floor(packed.splitStarts.length / 2), below: hopeless });
}

/** Makes the rankers of metadata. */
export function metadataModels(weights: MetadataWeights): Pick<Models, 'title' | 'date' | 'author'> {
  return { title: ranker(weights.title), date: ranker(weights.date), author: ranker(weights.author) };
}

/** Makes the model that tells articles from other pages. */
export function kindModels(weights: KindWeights): Pick<Models, 'kind' | 'pageWords'> {
  return { kind: boostedTrees(weights.trees), pageWords: pageWordScorer(weights.words) };
}

let shipped: Models | undefined;

/** The models that the package ships, made at the first call. */
export function shippedModels(): Models {
  if (shipped !== undefined) return shipped;
  const metadata = loadModel('page-metadata');
  const kind = loadModel('page-kind');
  return (shipped = {
    body: bodyModel(shippedBodyWeights()),
    ...metadataModels({
      title: treesOf(metadata, 'title'),
      date: treesOf(metadata, 'date'),
      author: treesOf(metadata, 'author'),
    }),
    ...kindModels({
      words: {
        weights: kind.int8('words.weights'),
        scale: kind.number('words.scale'),
        bias: kind.number('words.bias'),
      },
      trees: treesOf(kind, 'trees'),
    }),
  });
}
