import type { TopicModel } from '../../../libs/enrich/src/topics/topic-model.ts';
import { textTensor } from './write-model.ts';

/** A topic model as `shippedTopicModel` reads it. */
export function topicTensors({ labels, space, trained, ...model }: TopicModel) {
  return {
    idf: model.idf,
    weights: model.weights,
    scales: Float64Array.from(model.scales),
    biases: Float64Array.from(model.biases),
    slopes: Float64Array.from(model.slopes),
    offsets: Float64Array.from(model.offsets),
    space: Float64Array.of(space.words, space.parts),
    trained: Float64Array.of(trained.rows, trained.folds, trained.accuracy),
    labels: textTensor(labels.join('\n')),
  };
}
