import { drawCharts } from './draw-charts.ts';

// Charts are there without this script; it shows the values under the pointer.
drawCharts(document);
