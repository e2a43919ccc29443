import { inject, Injectable, signal } from '@angular/core';
import { DeviceStore, fromJson } from '../ui/device-store';

/** A view that somebody has made and named. */
export type SavedView = {
  readonly name: string;
  /** What stands in its address after the question mark. */
  readonly address: string;
};

const KEY = 'saved-views';

/** Longer names do not fit into the list. */
export const NAME_LIMIT = 40;

/** The views that this device keeps, in the order that they were made in; in all its tabs. */
@Injectable()
export class SavedViews {
  private readonly device = inject(DeviceStore);
  private readonly kept = signal(read(this.device.readJson(KEY)));

  readonly views = this.kept.asReadonly();

  constructor() {
    this.device.watch(KEY, (value) => this.kept.set(read(fromJson(value))));
  }

  /** Keeps a view; under a name that is there already, instead of that one. */
  save(view: SavedView): void {
    const others = this.kept().filter(({ name }) => name !== view.name);
    this.keep([...others, view]);
  }

  /** Gives a view another name, and takes that from a view that has it. */
  rename(from: string, to: string): void {
    const others = this.kept().filter(({ name }) => name === from || name !== to);
    this.keep(others.map((view) => (view.name === from ? { ...view, name: to } : view)));
  }

  remove(name: string): void {
    this.keep(this.kept().filter((view) => view.name !== name));
  }

  private keep(views: readonly SavedView[]): void {
    this.kept.set(views);
    this.device.writeJson(KEY, views);
  }
}

/** The words of an address in one order, so that the same view is known again however its link was made. */
export function addressOf(params: Readonly<Record<string, string | null | undefined>>): string {
  const said = Object.entries(params).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const address = new URLSearchParams(said);
  address.sort();
  return address.toString();
}

function read(kept: unknown): readonly SavedView[] {
  return Array.isArray(kept) ? kept.filter(isView) : [];
}

function isView(view: unknown): view is SavedView {
  const { name, address } = (view ?? {}) as Partial<Record<keyof SavedView, unknown>>;
  return typeof name === 'string' && typeof address === 'string';
}
