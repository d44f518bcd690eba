import type { MillPorts } from '@newsmill/operate';

/** Names the sources of a mill by their ids; one without a file by the id itself. */
export function nameOfSource({ folder }: Pick<MillPorts, 'folder'>): (id: string) => string {
  return (id) => folder.sourceOf(id)?.name ?? id;
}
