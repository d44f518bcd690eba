import { shippedBodyModel, type BodyModel } from './body/score-blocks.ts';
import { pageWordScorer, type PageWordScore, type PageWordWeights } from './kind/page-words.ts';
import { boostedTrees, type PackedTrees, type TreeScore } from './model/boosted-trees.ts';
import { kindWeights } from './weights/kind-weights.ts';
import { metadataWeights } from './weights/metadata-weights.ts';

/** What `bench/train` makes for metadata: one ranker a field. */
export interface MetadataWeights {
  readonly title: PackedTrees;
  readonly date: PackedTrees;
  readonly author: PackedTrees;
}

/** The model that tells articles from other pages. */
export interface KindWeights {
  readonly words: PageWordWeights;
  readonly trees: PackedTrees;
}

/** The learned parts of a reading. The shipped set is fitted on all training sites; benches bring sets that left a fold out. */
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

function ranker(packed: PackedTrees): TreeScore {
  const trees = Buffer.from(packed.splitStarts, 'base64').length / Uint16Array.BYTES_PER_ELEMENT;
  return boostedTrees(packed, { trees: Math.floor(trees / 2), below: hopeless });
}

/** Unpacks the rankers of metadata. */
export function metadataModels(weights: MetadataWeights): Pick<Models, 'title' | 'date' | 'author'> {
  return { title: ranker(weights.title), date: ranker(weights.date), author: ranker(weights.author) };
}

/** Unpacks the model that tells articles from other pages. */
export function kindModels(weights: KindWeights): Pick<Models, 'kind' | 'pageWords'> {
  return { kind: boostedTrees(weights.trees), pageWords: pageWordScorer(weights.words) };
}

/** The models that the package ships. */
export const shippedModels: Models = {
  body: shippedBodyModel,
  ...metadataModels(metadataWeights),
  ...kindModels(kindWeights),
};
