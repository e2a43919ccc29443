import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Scheme } from '../ui/scheme';
import { provideIcons } from './icons';
import { SchemeSwitch } from './scheme-switch';

describe('SchemeSwitch', () => {
  let fixture: ComponentFixture<SchemeSwitch>;
  let page: HTMLElement;
  let hidden: number;

  beforeEach(async () => {
    hidden = 0;
    // jsdom has no popovers.
    HTMLElement.prototype.hidePopover = () => {
      hidden++;
    };
    TestBed.configureTestingModule({ providers: [provideIcons()] });
    fixture = TestBed.createComponent(SchemeSwitch);
    page = fixture.nativeElement as HTMLElement;
    await fixture.whenStable();
  });

  const radio = (value: string) => page.querySelector<HTMLInputElement>(`input[value=${value}]`)!;

  it('keeps the choice on the device and tells the style sheet', () => {
    radio('dark').dispatchEvent(new Event('pointerdown', { bubbles: true }));
    radio('dark').click();
    expect(document.documentElement.dataset.scheme).toBe('dark');
    expect(localStorage.getItem('campus-desk.scheme')).toBe('dark');
    expect(TestBed.inject(Scheme).dark()).toBe(true);
    expect(hidden).toBe(1);
  });

  it('stays open while the arrow keys try one after the other', () => {
    radio('light').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    const allowed = radio('light').dispatchEvent(
      new MouseEvent('click', { bubbles: true, cancelable: true }),
    );
    expect(allowed).toBe(true);
    expect(TestBed.inject(Scheme).choice()).toBe('light');
    expect(hidden).toBe(0);
  });

  it('shows which one is chosen', async () => {
    radio('light').click();
    await fixture.whenStable();
    expect(radio('light').checked).toBe(true);
    expect(page.querySelector('button')!.getAttribute('aria-label')).toBe('Colours: Light');
  });
});
