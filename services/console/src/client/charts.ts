import { chooseSpan } from './choose-span.ts';
import { drawCharts } from './draw-charts.ts';

// Charts are there without this script; it shows the values under the pointer.
for (const { figure, plot } of drawCharts(document)) chooseSpan(figure, plot.over);
