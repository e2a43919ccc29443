import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { provideIcons } from '../shell/icons';
import { Palette, type PaletteData } from './palette';
import type { PaletteEntry } from './palette-entries';

describe('Palette', () => {
  let page: HTMLElement;
  let chosen: (PaletteEntry | undefined)[];
  let done: string[];

  const entry = (text: string): PaletteEntry => ({
    text,
    kind: 'View',
    icon: 'all',
    run: () => done.push(text),
  });

  beforeEach(async () => {
    chosen = [];
    done = [];
    const data: PaletteData = {
      entries: ['Open', 'In work', 'Closed'].map(entry),
      typed: signal(''),
      commands: { open: (id) => done.push(`open ${id}`), search: (text) => done.push(`search ${text}`) },
    };
    TestBed.configureTestingModule({
      providers: [
        provideIcons(),
        { provide: MAT_DIALOG_DATA, useValue: data },
        { provide: MatDialogRef, useValue: { close: (one?: PaletteEntry) => chosen.push(one) } },
      ],
    });
    const fixture = TestBed.createComponent(Palette);
    await fixture.whenStable();
    page = fixture.nativeElement as HTMLElement;
    stable = () => fixture.whenStable();
  });

  let stable: () => Promise<unknown>;
  const box = () => page.querySelector('input')!;
  const options = () => [...page.querySelectorAll('[role=option]')];
  const current = () => page.querySelector('[aria-selected=true]');

  async function type(text: string): Promise<void> {
    box().value = text;
    box().dispatchEvent(new Event('input'));
    await stable();
  }

  async function press(key: string): Promise<void> {
    box().dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
    await stable();
  }

  it('goes round by the arrow keys, and tells where it is', async () => {
    await press('ArrowUp');
    expect(current()!.textContent).toContain('Closed');
    await press('ArrowDown');
    expect(current()!.textContent).toContain('Open');
    expect(box().getAttribute('aria-activedescendant')).toBe(current()!.id);
    expect(options().filter((one) => one.getAttribute('aria-selected') === 'true')).toHaveLength(1);
  });

  it('takes what Enter is on, and what is pressed', async () => {
    await press('ArrowDown');
    await press('Enter');
    (options()[2] as HTMLElement).click();
    expect(chosen.map((one) => one?.text)).toEqual(['In work', 'Closed']);
  });

  it.each(['#1042', '1042', ' 1042 '])('opens a ticket by its number: "%s"', async (typed) => {
    await type(typed);
    await press('Enter');
    chosen[0]!.run();
    expect(done).toEqual(['open 1042']);
  });

  it('looks in all tickets for words that are no entry', async () => {
    await type('clo');
    expect(options().map(({ textContent }) => textContent.trim().split(/\s{2,}/)[0])).toHaveLength(2);
    await type('beamer 2.14');
    await press('Enter');
    chosen[0]!.run();
    expect(done).toEqual(['search beamer 2.14']);
  });

  it('says how many there are', async () => {
    await type('work');
    expect(page.querySelector('[role=status]')!.textContent.trim()).toBe('2 found');
  });
});
