import { Service } from '@angular/core';

const PREFIX = 'campus-desk.';

/** What this device remembers. A browser that keeps nothing (private mode, full) still works for this page. */
@Service()
export class DeviceStore {
  private readonly unkept = new Map<string, string>();

  read(key: string): string | undefined {
    try {
      return localStorage.getItem(PREFIX + key) ?? this.unkept.get(key);
    } catch {
      // Storage is forbidden here.
      return this.unkept.get(key);
    }
  }

  write(key: string, value: string): void {
    try {
      localStorage.setItem(PREFIX + key, value);
      this.unkept.delete(key);
    } catch {
      // Storage is forbidden or full: keep it for as long as the page lives.
      this.unkept.set(key, value);
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

  readJson(key: string): unknown {
    try {
      return JSON.parse(this.read(key) ?? 'null');
    } catch {
      // Somebody else wrote it, or half of it; start afresh.
      return null;
    }
  }

  writeJson(key: string, value: unknown): void {
    this.write(key, JSON.stringify(value));
  }
}
