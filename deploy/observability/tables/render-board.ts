import type { Board, Panel } from './board-table.ts';

const datasource = { type: 'prometheus', uid: '${datasource}' };
const colours = { good: 'green', warn: 'yellow', bad: 'red' };

/** Columns and height of a panel. */
function sizeOf({ kind, width }: Panel): { readonly w: number; readonly h: number } {
  if (kind === 'stat') return { w: width ?? 6, h: 4 };
  return { w: width ?? 12, h: 8 };
}

function thresholdsOf({ limits }: Panel): object {
  if (limits === undefined) return { mode: 'absolute', steps: [{ color: colours.good, value: null }] };
  const { warn, bad, less } = limits;
  const steps =
    less === true
      ? [
          [colours.bad, null],
          [colours.warn, bad],
          [colours.good, warn],
        ]
      : [[colours.good, null], ...(warn === bad ? [] : [[colours.warn, warn]]), [colours.bad, bad]];
  return { mode: 'absolute', steps: steps.map(([color, value]) => ({ color, value })) };
}

/** What is particular to a kind of panel. */
function optionsOf({ kind, stacked, limits }: Panel): { readonly custom: object; readonly options: object } {
  if (kind === 'timeseries')
    return {
      custom: {
        lineWidth: 1,
        fillOpacity: stacked === true ? 30 : 10,
        showPoints: 'never',
        stacking: { mode: stacked === true ? 'normal' : 'none', group: 'A' },
        thresholdsStyle: { mode: limits === undefined ? 'off' : 'line' },
      },
      options: {
        legend: { displayMode: 'list', placement: 'bottom', showLegend: true, calcs: [] },
        tooltip: { mode: 'multi', sort: 'desc' },
      },
    };
  const reduceOptions = { calcs: ['lastNotNull'], fields: '', values: false };
  if (kind === 'stat')
    return {
      custom: {},
      options: { reduceOptions, colorMode: 'value', graphMode: 'area', textMode: 'auto' },
    };
  if (kind === 'bargauge')
    return { custom: {}, options: { reduceOptions, orientation: 'horizontal', displayMode: 'basic' } };
  return { custom: { filterable: true }, options: { showHeader: true } };
}

function panelOf(panel: Panel, id: number, place: { readonly x: number; readonly y: number }): object {
  const { custom, options } = optionsOf(panel);
  const isInstant = panel.kind !== 'timeseries';
  return {
    id,
    title: panel.title,
    ...(panel.says === undefined ? {} : { description: panel.says }),
    type: panel.kind,
    datasource,
    gridPos: { ...place, ...sizeOf(panel) },
    fieldConfig: {
      defaults: {
        unit: panel.unit,
        color: { mode: panel.limits === undefined ? 'palette-classic' : 'thresholds' },
        thresholds: thresholdsOf(panel),
        custom,
      },
      overrides: [],
    },
    options,
    targets: panel.queries.map(({ expr, legend }, place) => ({
      refId: String.fromCharCode(65 + place),
      datasource,
      editorMode: 'code',
      expr,
      ...(legend === undefined ? {} : { legendFormat: legend }),
      ...(isInstant ? { instant: true, range: false } : { instant: false, range: true }),
      ...(panel.kind === 'table' ? { format: 'table' } : {}),
    })),
    ...(panel.kind === 'table'
      ? { transformations: [{ id: 'organize', options: { excludeByName: { Time: true } } }] }
      : {}),
  };
}

/** Rows one below the other, panels of each side by side while 24 columns have room. */
function panelsOf({ rows }: Board): object[] {
  const made: object[] = [];
  let [id, y] = [0, 0];
  for (const { title, panels } of rows) {
    id += 1;
    made.push({ id, type: 'row', title, collapsed: false, gridPos: { x: 0, y, w: 24, h: 1 }, panels: [] });
    y += 1;
    let [x, height] = [0, 0];
    for (const panel of panels) {
      const { w, h } = sizeOf(panel);
      if (x + w > 24) [x, y, height] = [0, y + height, 0];
      id += 1;
      made.push(panelOf(panel, id, { x, y }));
      x += w;
      height = Math.max(height, h);
    }
    y += height;
  }
  return made;
}

function choiceOf({ choice }: Board): object[] {
  if (choice === undefined) return [];
  const query = `label_values(${choice.metric}, ${choice.name})`;
  return [
    {
      name: choice.name,
      label: choice.name,
      type: 'query',
      datasource,
      definition: query,
      query: { qryType: 1, query, refId: 'choice' },
      refresh: 2,
      sort: 1,
      multi: false,
      includeAll: false,
    },
  ];
}

/** A board as Grafana 11 and 12 provision it: JSON of the schema 39. */
export function renderBoard(board: Board): string {
  const { uid, title, says } = board;
  const json = {
    uid,
    title,
    description: says,
    tags: ['newsmill'],
    schemaVersion: 39,
    version: 1,
    editable: true,
    graphTooltip: 1,
    refresh: '30s',
    time: { from: 'now-6h', to: 'now' },
    timezone: 'browser',
    links: [
      {
        title: 'newsmill',
        type: 'dashboards',
        tags: ['newsmill'],
        asDropdown: true,
        keepTime: true,
        includeVars: false,
      },
    ],
    annotations: { list: [] },
    templating: {
      list: [
        {
          name: 'datasource',
          label: 'Prometheus',
          type: 'datasource',
          query: 'prometheus',
          refresh: 1,
          hide: 0,
          multi: false,
          includeAll: false,
        },
        ...choiceOf(board),
      ],
    },
    panels: panelsOf(board),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}
