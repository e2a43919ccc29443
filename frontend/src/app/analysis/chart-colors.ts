import { computed, DOCUMENT, inject, Service } from '@angular/core';
import { Scheme } from '../ui/scheme';

const TOKENS = {
  facility: '--desk-facility',
  it: '--desk-it',
  services: '--desk-services',
  text: '--mat-sys-on-surface-variant',
  strong: '--mat-sys-on-surface',
  grid: '--mat-sys-outline-variant',
  surface: '--mat-sys-surface-container-lowest',
  bar: '--mat-sys-primary',
  median: '--desk-active',
  p90: '--desk-open',
  tooltip: '--mat-sys-inverse-surface',
  onTooltip: '--mat-sys-inverse-on-surface',
} as const;

/** The colours by their use, and the font that the page is set in. */
export type ChartColors = Readonly<Record<keyof typeof TOKENS | 'font', string>>;

/** The theme's colours as a canvas understands them; they follow the scheme. */
@Service()
export class ChartPalette {
  private readonly document = inject(DOCUMENT);
  private readonly scheme = inject(Scheme);

  readonly colors = computed(() => {
    this.scheme.dark();
    this.scheme.choice();
    return this.read();
  });

  /** A canvas cannot read `light-dark()`; an element can, and tells what came of it. */
  private read(): ChartColors {
    const probe = this.document.createElement('span');
    this.document.body.append(probe);
    const entries = Object.entries(TOKENS).map(([name, token]) => {
      probe.style.color = `var(${token})`;
      return [name, getComputedStyle(probe).color];
    });
    const font = getComputedStyle(probe).fontFamily;
    probe.remove();
    return { ...Object.fromEntries(entries), font } as ChartColors;
  }
}

/** The same colour in stripes, so that two meanings of one hue differ without colour, too. */
export function hatched(color: string): CanvasPattern | string {
  const tile = document.createElement('canvas');
  tile.width = tile.height = 8;
  const pen = tile.getContext('2d');
  if (!pen) {
    return color;
  }
  pen.strokeStyle = color;
  pen.lineWidth = 2;
  pen.beginPath();
  for (const x of [-4, 4, 12]) {
    pen.moveTo(x - 4, 8);
    pen.lineTo(x + 4, 0);
  }
  pen.stroke();
  return pen.createPattern(tile, 'repeat') ?? color;
}
