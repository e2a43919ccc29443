import { Directive } from '@angular/core';

/** The heading that focus goes to when its page has been reached. */
@Directive({ selector: '[deskArrival]', host: { tabindex: '-1', class: 'arrival' } })
export class Arrival {}
