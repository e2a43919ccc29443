import { Category } from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { ChartColors } from './chart-colors';

export function categoryColor(category: Category, colors: ChartColors): string {
  const of: Record<Category, string> = {
    [Category.UNSPECIFIED]: colors.text,
    [Category.FACILITY_MANAGEMENT]: colors.facility,
    [Category.TECHNICAL_IT]: colors.it,
    [Category.SERVICES_COMPLAINTS]: colors.services,
  };
  return of[category];
}
