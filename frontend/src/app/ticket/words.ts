import {
  Category,
  ChangeKind,
  Side,
  Status,
  TextField,
} from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { Word } from '../../i18n/translation';

export const STATUSES = [Status.OPEN, Status.ACTIVE, Status.CLOSED] as const;
export const CATEGORIES = [
  Category.FACILITY_MANAGEMENT,
  Category.TECHNICAL_IT,
  Category.SERVICES_COMPLAINTS,
] as const;

/** The statuses and categories as they stand in an address, in the same order. */
export const STATUS_NAMES = ['open', 'active', 'closed'] as const;
export const CATEGORY_NAMES = ['facility', 'it', 'services'] as const;

export const STATUS_WORDS: Readonly<Record<Status, Word>> = {
  [Status.UNSPECIFIED]: 'ticket.status.open',
  [Status.OPEN]: 'ticket.status.open',
  [Status.ACTIVE]: 'ticket.status.active',
  [Status.CLOSED]: 'ticket.status.closed',
};

export const CATEGORY_WORDS: Readonly<Record<Category, Word>> = {
  [Category.UNSPECIFIED]: 'ticket.category.services',
  [Category.FACILITY_MANAGEMENT]: 'ticket.category.facility',
  [Category.TECHNICAL_IT]: 'ticket.category.it',
  [Category.SERVICES_COMPLAINTS]: 'ticket.category.services',
};

/** What belongs to each category, with an example. */
export const CATEGORY_MEANINGS: Readonly<Record<(typeof CATEGORIES)[number], Word>> = {
  [Category.FACILITY_MANAGEMENT]: 'ticket.category.facilityMeans',
  [Category.TECHNICAL_IT]: 'ticket.category.itMeans',
  [Category.SERVICES_COMPLAINTS]: 'ticket.category.servicesMeans',
};

/** Who wrote a message without giving a name. */
export const SIDE_WORDS: Readonly<Record<Side, Word>> = {
  [Side.UNSPECIFIED]: 'ticket.side.user',
  [Side.USER]: 'ticket.side.user',
  [Side.HELPDESK]: 'ticket.side.helpdesk',
};

export const CHANGE_WORDS: Readonly<Record<ChangeKind, Word>> = {
  [ChangeKind.UNSPECIFIED]: 'ticket.change.edited',
  [ChangeKind.OPENED]: 'ticket.change.opened',
  [ChangeKind.EDITED]: 'ticket.change.edited',
  [ChangeKind.ACTIVATED]: 'ticket.change.activated',
  [ChangeKind.CLOSED]: 'ticket.change.closed',
  [ChangeKind.CATEGORY_ASSIGNED]: 'ticket.change.category',
  [ChangeKind.MESSAGE_POSTED]: 'ticket.change.messageFromUser',
};

export const TEXT_FIELD_WORDS: Readonly<Record<TextField, Word>> = {
  [TextField.UNSPECIFIED]: 'ticket.field.description',
  [TextField.DESCRIPTION]: 'ticket.field.description',
  [TextField.TITLE]: 'ticket.field.title',
  [TextField.LOCATION]: 'ticket.field.location',
};
