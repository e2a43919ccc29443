import { DestroyRef, inject, Service } from '@angular/core';

const PREFIX = 'campus-desk.';

/** What this device remembers. A browser that keeps nothing (private mode, full) still works for this page. */
@Service()
export class DeviceStore {
  private readonly unkept = new Map<string, string>();
  private readonly destroyRef = inject(DestroyRef);

  read(key: string): string | undefined {
    try {
      return localStorage.getItem(PREFIX + key) ?? this.unkept.get(key);
    } catch {
      // Storage is forbidden here.
      return this.unkept.get(key);
    }
  }

  /** Answers whether it outlives the page. */
  write(key: string, value: string): boolean {
    try {
      localStorage.setItem(PREFIX + key, value);
      this.unkept.delete(key);
      return true;
    } catch {
      // Storage is forbidden or full: keep it for as long as the page lives.
      this.unkept.set(key, value);
      return false;
    }
  }

  remove(key: string): void {
    this.unkept.delete(key);
    try {
      localStorage.removeItem(PREFIX + key);
    } catch {
      // Nothing was kept, so nothing is left.
    }
  }

  /** The keys that begin so. */
  keys(beginning: string): string[] {
    return [...new Set([...this.keptKeys(), ...this.unkept.keys()])].filter((key) =>
      key.startsWith(beginning),
    );
  }

  /** Calls when another tab changes something whose key begins so, with what it holds now. */
  watch(beginning: string, changed: (value: string | undefined, key: string) => void): void {
    const hear = ({ key, newValue }: StorageEvent) => {
      if (key?.startsWith(PREFIX + beginning)) {
        changed(newValue ?? undefined, key.slice(PREFIX.length));
      }
    };
    addEventListener('storage', hear);
    this.destroyRef.onDestroy(() => removeEventListener('storage', hear));
  }

  readJson(key: string): unknown {
    return fromJson(this.read(key));
  }

  writeJson(key: string, value: unknown): boolean {
    return this.write(key, JSON.stringify(value));
  }

  private keptKeys(): string[] {
    try {
      return Object.keys(localStorage)
        .filter((key) => key.startsWith(PREFIX))
        .map((key) => key.slice(PREFIX.length));
    } catch {
      return [];
    }
  }
}

/** What was kept as JSON, or null where somebody else wrote it, or half of it: start afresh. */
export function fromJson(kept: string | undefined): unknown {
  try {
    return JSON.parse(kept ?? 'null');
  } catch {
    return null;
  }
}
