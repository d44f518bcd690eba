import { chooseSpan } from './choose-span.ts';
import { addCopyButtons } from './copy-buttons.ts';
import { drawCharts } from './draw-charts.ts';
import { followOverview } from './follow-overview.ts';

// Charts are there without this script; it shows the values under the pointer, and what has changed since.
const charts = drawCharts(document);
for (const { figure, plot } of charts) chooseSpan(figure, plot.over);
followOverview(charts, addCopyButtons);
