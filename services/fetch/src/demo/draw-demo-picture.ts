import { numberOf } from './date-demo-month.ts';
import type { DemoScene } from './read-demo-month.ts';

const width = 1_200;
const height = 675;

/** Sky above, sky below, light, and three grounds from far to near. */
type Palette = readonly [string, string, string, string, string, string];

const palettes = {
  dawn: ['#f6bd60', '#f7ede2', '#fff4d6', '#c98b70', '#84596b', '#4a3b52'],
  day: ['#8ecae6', '#e8f4f8', '#fff7d6', '#74a892', '#3f7d6b', '#22504a'],
  dusk: ['#355070', '#eaac8b', '#ffd6a5', '#b56576', '#6d597a', '#2f2a4a'],
  night: ['#0b132b', '#3a506b', '#f4f1de', '#2b4560', '#1c2f45', '#0a1626'],
  storm: ['#3c4a57', '#93a3ad', '#cfd8dc', '#5f7480', '#3d525e', '#243640'],
} as const satisfies Readonly<Record<string, Palette>>;

const lights: Readonly<Record<DemoScene, readonly (keyof typeof palettes)[]>> = {
  city: ['dusk', 'dawn', 'night'],
  field: ['day', 'dawn'],
  forest: ['day', 'dawn'],
  harbour: ['dawn', 'dusk', 'day'],
  hills: ['dawn', 'day', 'dusk'],
  lab: ['day', 'dusk'],
  market: ['dawn', 'day'],
  sea: ['day', 'dusk', 'dawn'],
  sky: ['night'],
  stadium: ['dusk', 'day'],
  storm: ['storm'],
  train: ['dusk', 'dawn', 'day'],
};

/** Numbers from 0 to 1 that look like chance and are the same for one seed. */
function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Brush {
  readonly chance: () => number;
  readonly palette: Palette;
}

const many = (count: number, draw: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => draw(at)).join('');
const box = (x: number, y: number, wide: number, high: number, fill: string, round = 0): string =>
  `<rect x="${Math.round(x)}" y="${Math.round(y)}" width="${Math.round(wide)}" height="${Math.round(high)}" rx="${round}" fill="${fill}"/>`;
const disc = (x: number, y: number, radius: number, fill: string): string =>
  `<circle cx="${Math.round(x)}" cy="${Math.round(y)}" r="${Math.round(radius)}" fill="${fill}"/>`;
const shape = (points: readonly (readonly [number, number])[], fill: string): string =>
  `<path d="M${points.map(([x, y]) => `${Math.round(x)} ${Math.round(y)}`).join('L')}Z" fill="${fill}"/>`;

/** A line of hills or waves across the picture, filled to its foot. */
function ridge({ chance }: Brush, y: number, swing: number, fill: string): string {
  const [first, second] = [chance() * 7, 1.5 + chance() * 2];
  const points = Array.from({ length: 41 }, (_, at): readonly [number, number] => {
    const x = (at / 40) * width;
    return [x, y - swing * (Math.sin(first + (at / 40) * second * 3) + 0.4 * Math.sin(first * 3 + at / 3))];
  });
  return shape([...points, [width, height], [0, height]], fill);
}

function waves(brush: Brush, from = 430): string {
  const [, , , far, middle, near] = brush.palette;
  return [far, middle, near].map((fill, at) => ridge(brush, from + at * 80, 8 + at * 5, fill)).join('');
}

function sail({ chance, palette }: Brush, size: number): string {
  const x = 250 + chance() * 700;
  const y = 470;
  return (
    shape(
      [
        [x, y],
        [x, y - size],
        [x + size * 0.62, y],
      ],
      palette[2],
    ) +
    shape(
      [
        [x - 8, y],
        [x - 8, y - size * 0.8],
        [x - size * 0.4, y],
      ],
      '#ffffff',
    ) +
    shape(
      [
        [x - size * 0.5, y + 10],
        [x + size * 0.7, y + 10],
        [x + size * 0.5, y + 34],
        [x - size * 0.35, y + 34],
      ],
      palette[5],
    )
  );
}

function skyline({ chance, palette }: Brush): string {
  const row = (count: number, low: number, high: number, fill: string, lit: boolean): string =>
    many(count, (at) => {
      const wide = (width / count) * (0.75 + chance() * 0.35);
      const tall = low + chance() * (high - low);
      const x = (at / count) * width;
      const top = height - 90 - tall;
      const windows = lit
        ? many(Math.floor(tall / 34), (floor) =>
            many(3, (column) =>
              chance() < 0.45
                ? box(x + 14 + column * (wide / 3.4), top + 16 + floor * 32, 11, 15, palette[2])
                : '',
            ),
          )
        : '';
      return box(x, top, wide, tall + 90, fill) + windows;
    });
  return (
    row(13, 130, 330, palette[3], false) +
    row(10, 90, 250, palette[4], true) +
    box(0, height - 90, width, 90, palette[5])
  );
}

function cranes({ chance, palette }: Brush): string {
  return many(3, (at) => {
    const x = 130 + at * 330 + chance() * 90;
    return (
      box(x, 250, 16, 230, palette[5]) +
      box(x + 70, 250, 16, 230, palette[5]) +
      box(x - 120, 240, 330, 15, palette[5]) +
      box(x + 20, 200, 46, 42, palette[5], 4) +
      box(x - 90, 254, 4, 90, palette[5]) +
      box(x - 112, 344, 48, 30, palette[2])
    );
  });
}

function ship({ chance, palette }: Brush): string {
  const x = 180 + chance() * 300;
  const colours = [palette[2], palette[3], '#e07a5f', '#81b29a', palette[1]];
  return (
    many(3, (row) =>
      many(9 - row, (at) =>
        box(
          x + 50 + at * 46,
          452 - row * 30,
          43,
          27,
          colours[Math.floor(chance() * colours.length)] ?? palette[2],
        ),
      ),
    ) +
    box(x + 470, 390, 70, 92, '#ffffff', 4) +
    shape(
      [
        [x, 478],
        [x + 580, 478],
        [x + 545, 545],
        [x + 40, 545],
      ],
      palette[5],
    )
  );
}

function turbine(x: number, foot: number, tall: number, turn: number): string {
  const top = foot - tall;
  const blades = [0, 120, 240]
    .map(
      (angle) =>
        `<path d="M${x} ${top}l${tall * 0.04} ${-tall * 0.2}l${-tall * 0.04} ${-tall * 0.32}l${-tall * 0.03} ${tall * 0.32}z" transform="rotate(${angle + turn} ${x} ${top})" fill="#ffffff"/>`,
    )
    .join('');
  return box(x - 3, top, 6, tall, '#ffffff') + blades;
}

const scenes: Readonly<Record<DemoScene, (brush: Brush) => string>> = {
  city: skyline,
  field: (brush) =>
    ridge(brush, 430, 20, brush.palette[3]) +
    many(5, (at) => turbine(150 + at * 230, 445, 130 + ((at * 37) % 80), at * 41)) +
    many(13, (at) =>
      shape(
        [
          [600 + (at - 6.5) * 24, 440],
          [600 + (at - 6) * 24, 440],
          [600 + (at - 6) * 240, height],
          [600 + (at - 6.5) * 260, height],
        ],
        at % 2 === 0 ? brush.palette[4] : brush.palette[5],
      ),
    ),
  forest: (brush) =>
    [3, 4, 5]
      .map(
        (layer) =>
          many(15, (at) => {
            const x = at * 86 + brush.chance() * 40 - 30;
            const foot = 350 + layer * 65;
            const tall = 150 + brush.chance() * 130;
            return shape(
              [
                [x, foot],
                [x + 46, foot - tall],
                [x + 92, foot],
              ],
              brush.palette[layer] ?? brush.palette[5],
            );
          }) + box(0, 346 + layer * 65, width, height, brush.palette[layer] ?? brush.palette[5]),
      )
      .join(''),
  harbour: (brush) =>
    cranes(brush) + waves(brush, 490) + ship(brush) + ridge(brush, 590, 9, brush.palette[5]),
  hills: (brush) =>
    ridge(brush, 360, 70, brush.palette[3]) +
    ridge(brush, 455, 55, brush.palette[4]) +
    ridge(brush, 560, 36, brush.palette[5]),
  lab: ({ chance, palette }) =>
    many(7, (at) => {
      const x = 90 + at * 160;
      const tall = 190 + chance() * 90;
      const full = tall * (0.3 + chance() * 0.5);
      return (
        box(x, 520 - tall, 74, tall, 'rgb(255 255 255 / .45)', 37) +
        box(
          x + 9,
          512 - full,
          56,
          full,
          [palette[3], palette[4], '#e07a5f', '#f2cc8f'][at % 4] ?? '#e07a5f',
          28,
        ) +
        disc(x + 30, 500 - full * 0.5, 7, 'rgb(255 255 255 / .6)')
      );
    }) + box(0, 535, width, 140, palette[5]),
  market: ({ chance, palette }) =>
    many(4, (stall) => {
      const x = 40 + stall * 290;
      const colour = ['#c8553d', '#3d7d6b', '#d9a441', '#54577c'][stall] ?? '#c8553d';
      return (
        box(x + 10, 300, 10, 300, palette[5]) +
        box(x + 240, 300, 10, 300, palette[5]) +
        many(5, (at) => box(x + at * 52, 250, 52, 90, at % 2 === 0 ? colour : '#fffaf0', 14)) +
        box(x, 480, 260, 120, palette[4], 6) +
        many(8, (at) =>
          disc(
            x + 26 + at * 30,
            472 - chance() * 14,
            17,
            ['#e07a5f', '#f2cc8f', '#81b29a'][at % 3] ?? '#e07a5f',
          ),
        )
      );
    }) + box(0, 592, width, 90, palette[5]),
  sea: (brush) => waves(brush) + sail(brush, 170) + ridge(brush, 590, 18, brush.palette[5]),
  sky: (brush) =>
    many(130, () =>
      disc(brush.chance() * width, brush.chance() * 480, 0.6 + brush.chance() * 2.4, brush.palette[2]),
    ) +
    `<path d="M820 120L420 300L836 142Z" fill="rgb(255 255 255 / .55)"/>` +
    disc(826, 132, 15, '#ffffff') +
    ridge(brush, 560, 50, brush.palette[4]) +
    ridge(brush, 625, 26, brush.palette[5]),
  stadium: ({ palette }) =>
    `<ellipse cx="600" cy="470" rx="620" ry="230" fill="${palette[4]}"/><ellipse cx="600" cy="500" rx="520" ry="176" fill="#c8674b"/>` +
    many(
      4,
      (at) =>
        `<ellipse cx="600" cy="500" rx="${500 - at * 26}" ry="${166 - at * 10}" fill="none" stroke="rgb(255 255 255 / .7)" stroke-width="3"/>`,
    ) +
    `<ellipse cx="600" cy="502" rx="400" ry="122" fill="#4d8f6b"/><path d="M600 380v244" stroke="#fff" stroke-width="3"/><ellipse cx="600" cy="502" rx="70" ry="24" fill="none" stroke="#fff" stroke-width="3"/>` +
    [90, 1_080]
      .map((x) => box(x, 130, 12, 270, palette[5]) + box(x - 40, 100, 92, 44, palette[2], 5))
      .join(''),
  storm: (brush) =>
    many(9, (at) =>
      disc(
        at * 150 + brush.chance() * 60,
        90 + brush.chance() * 60,
        90 + brush.chance() * 60,
        brush.palette[4],
      ),
    ) +
    many(70, () => {
      const [x, y] = [brush.chance() * (width + 100), 170 + brush.chance() * 330];
      return `<path d="M${Math.round(x)} ${Math.round(y)}l-26 62" stroke="${brush.palette[2]}" stroke-width="2" opacity=".5"/>`;
    }) +
    [430, 500, 580].map((y, at) => ridge(brush, y, 34 - at * 4, brush.palette[3 + at] ?? '#243640')).join(''),
  train: (brush) =>
    ridge(brush, 340, 60, brush.palette[3]) +
    box(0, 462, width, 18, brush.palette[5]) +
    many(7, (at) => box(60 + at * 180, 470, 30, 160, brush.palette[5])) +
    many(5, (at) => {
      const x = 110 + at * 200;
      return (
        box(x, 392, 192, 68, brush.palette[4], at === 4 ? 30 : 8) +
        many(5, (window) => box(x + 14 + window * 35, 406, 25, 22, brush.palette[2], 4))
      );
    }) +
    ridge(brush, 600, 20, brush.palette[5]),
};

/** A picture for an article as SVG, the same for the same `slug`: drawn by us, of nothing that exists. */
export function drawDemoPicture(scene: DemoScene, slug: string): string {
  const seed = numberOf(slug);
  const chance = chanceOf(seed);
  const choice = lights[scene];
  const palette = palettes[choice[seed % choice.length] ?? 'day'];
  const sun =
    scene === 'storm' ? '' : disc(180 + chance() * 840, 130 + chance() * 130, 46 + chance() * 36, palette[2]);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="${palette[0]}"/><stop offset=".8" stop-color="${palette[1]}"/></linearGradient></defs><rect width="${width}" height="${height}" fill="url(#sky)"/>${sun}${scenes[scene]({ chance, palette })}</svg>\n`;
}
