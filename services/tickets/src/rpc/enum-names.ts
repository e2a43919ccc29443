import {
  Activity as ProtoActivity,
  Category as ProtoCategory,
  CategorySource,
  Side as ProtoSide,
  Status as ProtoStatus,
  TicketOrder as ProtoOrder,
} from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { Category } from '../domain/category/category.ts';
import type { PresenceReport } from '../domain/presence.ts';
import type { Status } from '../domain/status.ts';
import type { CategoryAssignment, Side } from '../domain/ticket.ts';
import type { TicketOrder } from '../store/ticket-list.ts';

/** A status as the contract numbers it. */
export const protoStatus: Readonly<Record<Status, ProtoStatus>> = {
  open: ProtoStatus.OPEN,
  active: ProtoStatus.ACTIVE,
  closed: ProtoStatus.CLOSED,
};

/** A category as the contract numbers it. */
export const protoCategory: Readonly<Record<Category, ProtoCategory>> = {
  facility: ProtoCategory.FACILITY_MANAGEMENT,
  it: ProtoCategory.TECHNICAL_IT,
  services: ProtoCategory.SERVICES_COMPLAINTS,
};

/** A side as the contract numbers it. */
export const protoSide: Readonly<Record<Side, ProtoSide>> = {
  user: ProtoSide.USER,
  helpdesk: ProtoSide.HELPDESK,
};

/** The source of a category as the contract numbers it. */
export const protoSource: Readonly<Record<CategoryAssignment['categorySource'], CategorySource>> = {
  automatic: CategorySource.AUTOMATIC,
  staff: CategorySource.STAFF,
};

/** What somebody does at a ticket as the contract numbers it. */
export const protoActivity: Readonly<Record<PresenceReport['activity'], ProtoActivity>> = {
  viewing: ProtoActivity.VIEWING,
  writing: ProtoActivity.WRITING,
  left: ProtoActivity.LEFT,
};

const orders: Readonly<Record<ProtoOrder, TicketOrder>> = {
  [ProtoOrder.UNSPECIFIED]: 'opened-newest',
  [ProtoOrder.OPENED_NEWEST]: 'opened-newest',
  [ProtoOrder.OPENED_OLDEST]: 'opened-oldest',
  [ProtoOrder.CHANGED_NEWEST]: 'changed-newest',
  [ProtoOrder.CHANGED_OLDEST]: 'changed-oldest',
};

const statusNames = inverse(protoStatus);
const categoryNames = inverse(protoCategory);
const activityNames = inverse(protoActivity);

/** The status with a number that validation let pass. */
export function statusOf(number: ProtoStatus): Status {
  return named(statusNames, number);
}

/** The category with a number that validation let pass. */
export function categoryOf(number: ProtoCategory): Category {
  return named(categoryNames, number);
}

/** What somebody does, by a number that validation let pass. */
export function activityOf(number: ProtoActivity): PresenceReport['activity'] {
  return named(activityNames, number);
}

/** The order with a number that validation let pass. */
export function orderOf(number: ProtoOrder): TicketOrder {
  return orders[number];
}

function inverse<Name extends string, Value>(
  record: Readonly<Record<Name, Value>>,
): ReadonlyMap<Value, Name> {
  return new Map(Object.entries<Value>(record).map(([name, value]) => [value, name as Name]));
}

function named<Name>(names: ReadonlyMap<number, Name>, number: number): Name {
  const name = names.get(number);
  if (name === undefined) throw new RangeError(`no name for ${number}`);
  return name;
}
