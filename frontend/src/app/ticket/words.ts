import {
  Category,
  ChangeKind,
  Side,
  Status,
  TextField,
} from '@campus-desk/contract/campus/tickets/v1/ticket';

export const STATUSES = [Status.OPEN, Status.ACTIVE, Status.CLOSED] as const;
export const CATEGORIES = [
  Category.FACILITY_MANAGEMENT,
  Category.TECHNICAL_IT,
  Category.SERVICES_COMPLAINTS,
] as const;

export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  [Status.UNSPECIFIED]: '',
  [Status.OPEN]: 'open',
  [Status.ACTIVE]: 'in work',
  [Status.CLOSED]: 'closed',
};

export const CATEGORY_WORDS: Readonly<Record<Category, string>> = {
  [Category.UNSPECIFIED]: '',
  [Category.FACILITY_MANAGEMENT]: 'Facility management',
  [Category.TECHNICAL_IT]: 'Technical IT',
  [Category.SERVICES_COMPLAINTS]: 'Services & complaints',
};

/** Who wrote a message without giving a name. */
export const SIDE_WORDS: Readonly<Record<Side, string>> = {
  [Side.UNSPECIFIED]: '',
  [Side.USER]: 'Campus',
  [Side.HELPDESK]: 'Helpdesk',
};

export const CHANGE_WORDS: Readonly<Record<ChangeKind, string>> = {
  [ChangeKind.UNSPECIFIED]: '',
  [ChangeKind.OPENED]: 'Reported',
  [ChangeKind.EDITED]: 'Edited',
  [ChangeKind.ACTIVATED]: 'Taken up by the helpdesk',
  [ChangeKind.CLOSED]: 'Closed by the helpdesk',
  [ChangeKind.CATEGORY_ASSIGNED]: 'Category set by the helpdesk',
  [ChangeKind.MESSAGE_POSTED]: 'Message',
};

export const TEXT_FIELD_WORDS: Readonly<Record<TextField, string>> = {
  [TextField.UNSPECIFIED]: '',
  [TextField.DESCRIPTION]: 'Description',
  [TextField.TITLE]: 'Title',
  [TextField.LOCATION]: 'Where',
};
