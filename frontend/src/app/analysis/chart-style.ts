import type { ChartOptions } from 'chart.js';
import type { ChartColors } from './chart-colors';

type Axes = {
  readonly value: 'x' | 'y';
  readonly stacked: boolean;
  readonly unit: string;
  /** Whether names may be left out where space is short. */
  readonly skipNames: boolean;
};

/** What all charts have in common: quiet axes, the theme's colours, one tooltip for all marks of a place. */
export function chartStyle(
  colors: ChartColors,
  locale: string,
  { value, stacked, unit, skipNames }: Axes,
): ChartOptions<'bar'> {
  const font = { family: colors.font, size: 12 };
  const numbers = {
    beginAtZero: true,
    grace: '5%',
    suggestedMax: unit ? undefined : 4,
    stacked,
    border: { display: false },
    grid: { color: colors.grid },
    ticks: { color: colors.text, font, maxTicksLimit: 6, precision: unit ? 1 : 0 },
    title: { display: unit !== '', text: unit, color: colors.text, font },
  };
  const names = {
    stacked,
    border: { color: colors.grid },
    grid: { display: false },
    ticks: {
      color: colors.text,
      font,
      autoSkip: skipNames,
      autoSkipPadding: 6,
      maxRotation: skipNames ? 0 : 45,
    },
  };
  return {
    locale,
    responsive: true,
    maintainAspectRatio: false,
    animation: false,
    indexAxis: value === 'x' ? 'y' : 'x',
    interaction: { mode: 'index', intersect: false, axis: value === 'x' ? 'y' : 'x' },
    scales: value === 'x' ? { x: numbers, y: names } : { x: names, y: numbers },
    plugins: {
      tooltip: {
        backgroundColor: colors.tooltip,
        titleColor: colors.onTooltip,
        bodyColor: colors.onTooltip,
        bodyFont: font,
        titleFont: { ...font, weight: 'bold' },
        padding: 10,
        cornerRadius: 8,
        boxPadding: 4,
        usePointStyle: true,
      },
    },
  };
}
