import { Component, computed, input } from '@angular/core';
import encodeQr from 'qr';

/** Readable when a sixth of it is scratched or dirty. */
const CORRECTION = 'medium';
/** The free margin that readers need, in modules. */
const MARGIN = 4;

/** A QR code, drawn as one path: sharp at every size on paper. */
@Component({
  selector: 'desk-qr-code',
  template: `
    <svg role="img" [attr.viewBox]="'0 0 ' + size() + ' ' + size()" [attr.aria-label]="label()">
      <path [attr.d]="path()" shape-rendering="crispEdges" />
    </svg>
  `,
  styles: `
    :host {
      display: block;
      min-height: 0;
    }

    svg {
      display: block;
      width: 100%;
      height: 100%;
      background: white;
    }

    path {
      fill: black;
    }
  `,
})
export class QrCode {
  readonly text = input.required<string>();
  readonly label = input.required<string>();

  private readonly modules = computed(() =>
    encodeQr(this.text(), 'raw', { ecc: CORRECTION, border: MARGIN }),
  );
  protected readonly size = computed(() => this.modules().length);
  protected readonly path = computed(() =>
    this.modules()
      .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
      .join(''),
  );
}
