import type { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatCheckboxHarness } from '@angular/material/checkbox/testing';
import { MatRadioGroupHarness } from '@angular/material/radio/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../testing/eventually';
import { provideIcons } from '../shell/icons';
import { QrPage } from './qr-page';

describe('QrPage', () => {
  let loader: HarnessLoader;
  let page: HTMLElement;

  async function show(): Promise<void> {
    const fixture = TestBed.createComponent(QrPage);
    loader = TestbedHarnessEnvironment.loader(fixture);
    page = fixture.nativeElement as HTMLElement;
    await fixture.whenStable();
  }

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideIcons()] });
    await show();
  });

  function type(field: 'textarea' | 'input[type=text]', text: string): void {
    const box = page.querySelector<HTMLTextAreaElement | HTMLInputElement>(field)!;
    box.value = text;
    box.dispatchEvent(new Event('input'));
  }

  const labels = () => [...page.querySelectorAll('article')];
  const invitations = () => [...labels()[0]!.querySelectorAll('.invitation')].map((one) => one.textContent);

  it('says first what to do, and offers nothing to print', async () => {
    expect(page.textContent).toContain('as soon as the list names a place');
    expect(await loader.getAllHarnesses(MatButtonHarness)).toHaveLength(0);
  });

  it('makes a label of each line, with its place in words and its link', async () => {
    type('textarea', 'Room 2.14\n\nPrinter 3\nRoom 2.14');
    type('input[type=text]', 'Campus North');
    await eventually(() => labels().length === 2);
    const [label] = labels();
    expect(label!.querySelector('h2')!.textContent).toBe('Room 2.14');
    expect(label!.querySelector('.heading')!.textContent).toBe('Campus North');
    expect(label!.querySelector('.link')!.textContent).toBe('http://localhost/report?location=Room+2.14');
    expect(label!.querySelector('svg')!.getAttribute('aria-label')).toContain('Room 2.14');
    expect(page.textContent).toContain('2 labels');
    await loader.getHarness(MatButtonHarness.with({ text: /Print/ }));
  });

  it('invites in each language chosen, whichever the page speaks', async () => {
    type('textarea', 'Room 2.14');
    await eventually(() => labels().length === 1 && invitations().length === 1);
    for (const label of ['Deutsch', 'Español']) {
      await (await loader.getHarness(MatCheckboxHarness.with({ label }))).check();
    }
    await eventually(() => invitations().length === 3);
    expect(invitations()).toEqual([
      'Something wrong here? Report it.',
      'Stimmt hier etwas nicht? Melden Sie es.',
      '¿Algo va mal aquí? Avise.',
    ]);
    await (await loader.getHarness(MatCheckboxHarness.with({ label: 'English' }))).uncheck();
    await eventually(() => invitations().length === 2);
    expect(page.querySelector('h1')!.textContent).toBe('QR codes for rooms and devices');
  });

  it('keeps the sheet on this device', async () => {
    type('textarea', 'Room 2.14');
    const sizes = await loader.getHarness(MatRadioGroupHarness);
    expect(await sizes.getCheckedValue()).toBe('medium');
    await sizes.checkRadioButton({ label: /Small/ });
    await (await loader.getHarness(MatCheckboxHarness.with({ label: 'Italiano' }))).check();
    await eventually(() => labels().length === 1);
    await show();
    await eventually(() => labels().length === 1 && invitations().length === 2);
    expect(page.querySelector('.sheet')!.classList).toContain('small');
    expect(await (await loader.getHarness(MatRadioGroupHarness)).getCheckedValue()).toBe('small');
  });

  it('names the line that is too long for a place, and makes labels of the others', async () => {
    type('textarea', `Room 2.14\n${'x'.repeat(201)}`);
    await eventually(() =>
      page.textContent.includes('Line 2 is too long: a place has 200 characters at most.'),
    );
    expect(labels()).toHaveLength(1);
  });

  it('takes what it does not understand for an empty sheet', async () => {
    localStorage.setItem('campus-desk.qr-sheet', '{"size":"huge","languages":["tlh"],"list":null}');
    await show();
    expect(await (await loader.getHarness(MatRadioGroupHarness)).getCheckedValue()).toBe('medium');
    expect(labels()).toEqual([]);
  });
});
