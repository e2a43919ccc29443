import { inject, Injectable, signal } from '@angular/core';
import { DeviceStore } from '../ui/device-store';
import {
  columnsParam,
  DENSITIES,
  readColumns,
  USUAL_COLUMNS,
  type Column,
  type Density,
} from './table-columns';

const COLUMNS_KEY = 'table-columns';
const DENSITY_KEY = 'table-density';

/** How somebody likes the table on this device. What an address says of the columns goes before it. */
@Injectable()
export class TableLook {
  private readonly device = inject(DeviceStore);
  private readonly columns = signal(readColumns(this.device.read(COLUMNS_KEY)) ?? USUAL_COLUMNS);
  private readonly kept = signal<Density>(
    DENSITIES.find((density) => density === this.device.read(DENSITY_KEY)) ?? 'comfortable',
  );

  readonly density = this.kept.asReadonly();

  columnsFor(param: string | undefined): readonly Column[] {
    return readColumns(param) ?? this.columns();
  }

  /** Answers how an address names them. */
  keepColumns(columns: readonly Column[]): string {
    this.columns.set(columns);
    const names = columnsParam(columns);
    this.device.write(COLUMNS_KEY, names);
    return names;
  }

  keepDensity(density: Density): void {
    this.kept.set(density);
    this.device.write(DENSITY_KEY, density);
  }
}
