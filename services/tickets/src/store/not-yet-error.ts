import { StartError } from '@campus-desk/kit/config';

/** Says why the database cannot serve yet. Unlike any other StartError it may pass by itself. */
export class NotYetError extends StartError {}
