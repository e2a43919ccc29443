import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../testing/eventually';
import { provideFakeDesk } from '../../testing/fake-desk';
import { ReportBox } from '../portal/report-box';
import { Language } from '../ui/language';
import { LanguageSwitch } from './language-switch';

describe('LanguageSwitch', () => {
  let fixture: ComponentFixture<LanguageSwitch>;
  let page: HTMLElement;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: provideFakeDesk({}) });
    fixture = TestBed.createComponent(LanguageSwitch);
    page = fixture.nativeElement as HTMLElement;
    await fixture.whenStable();
  });

  const radio = (code: string) => page.querySelector<HTMLInputElement>(`input[value=${code}]`)!;
  const button = () => page.querySelector('button')!;

  it('offers each language by its own name, told to screen readers as such', () => {
    const names = [...page.querySelectorAll<HTMLElement>('label span')].map((one) => [
      one.lang,
      one.textContent,
    ]);
    expect(names).toEqual([
      ['en', 'English'],
      ['it', 'Italiano'],
      ['de', 'Deutsch'],
      ['fr', 'Français'],
      ['es', 'Español'],
    ]);
    expect(radio('en').checked).toBe(true);
    expect(button().getAttribute('aria-label')).toBe('EN, language: English');
  });

  it('changes what stands on the page at once, and leaves alone what somebody types', async () => {
    const box = TestBed.createComponent(ReportBox);
    const form = box.nativeElement as HTMLElement;
    // The second component takes the place of the first.
    document.body.append(page);
    await box.whenStable();
    const area = form.querySelector('textarea')!;
    area.value = 'Water on the floor';
    area.dispatchEvent(new Event('input'));
    radio('de').click();
    await eventually(() => TestBed.inject(Language).spoken() === 'de');
    await Promise.all([fixture.whenStable(), box.whenStable()]);
    expect(button().getAttribute('aria-label')).toBe('DE, Sprache: Deutsch');
    expect(form.textContent).toContain('Was ist los, und wo?');
    expect(form.querySelector('button[type=submit]')!.textContent).toContain('Melden');
    expect(form.querySelector('textarea')).toBe(area);
    expect(area.value).toBe('Water on the floor');
  });
});
