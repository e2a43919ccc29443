import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { PreviewCategoryRequest } from '@campus-desk/contract/campus/portal/v1/portal';
import { Category } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Code, ConnectError } from '@connectrpc/connect';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../testing/eventually';
import { provideFakeDesk } from '../../testing/fake-desk';
import { CategoryPreview } from './category-preview';

const HINT = 'While you write';

describe('CategoryPreview', () => {
  let asked: PreviewCategoryRequest[];
  let fails: boolean;
  let confidence: number;
  let fixture: ComponentFixture<CategoryPreview>;
  const shown = () => (fixture.nativeElement as HTMLElement).textContent.replace(/\s+/g, ' ');
  const type = (text: string) => {
    fixture.componentRef.setInput('text', text);
    fixture.detectChanges();
  };

  beforeEach(() => {
    asked = [];
    fails = false;
    confidence = 0.9;
    TestBed.configureTestingModule({
      providers: [
        provideFakeDesk({
          portal: {
            previewCategory: (request) => {
              asked.push(request);
              if (fails) {
                throw new ConnectError('away', Code.Unavailable);
              }
              return { category: Category.TECHNICAL_IT, confidence, words: ['projector', 'dark'] };
            },
          },
        }),
      ],
    });
    fixture = TestBed.createComponent(CategoryPreview);
  });

  it('says the category and the words that decide', async () => {
    type('The projector is dark');
    await eventually(() => shown().includes('Technical IT'));
    expect(shown()).toContain('because of projector, dark');
    expect(shown()).not.toContain('not sure');
    expect(shown()).not.toContain(HINT);
    expect(asked).toMatchObject([{ text: 'The projector is dark' }]);
  });

  it('says so when it is not sure', async () => {
    confidence = 0.5;
    type('The projector is dark');
    await eventually(() => shown().includes('the desk is not sure'));
  });

  it('asks once for what is typed in one go, and not for a few letters', async () => {
    type('wif');
    type('wifi de');
    type('wifi dead');
    await eventually(() => shown().includes('Technical IT'));
    expect(asked.map(({ text }) => text)).toEqual(['wifi dead']);
    type('wif');
    await eventually(() => shown().includes(HINT));
    expect(asked).toHaveLength(1);
  });

  it('asks nothing that the desk would refuse for its length', async () => {
    type('x'.repeat(10_001));
    type('The projector is dark');
    await eventually(() => asked.length > 0);
    expect(asked.map(({ text }) => text)).toEqual(['The projector is dark']);
  });

  it('says nothing where the desk does not answer', async () => {
    type('The projector is dark');
    await eventually(() => shown().includes('Technical IT'));
    fails = true;
    type('The projector is dark again');
    await eventually(() => shown().includes(HINT));
    expect(asked).toHaveLength(2);
  });
});
