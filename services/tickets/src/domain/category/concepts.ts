import { indexConcepts } from './concept-index.ts';
import { administration } from './concepts/administration.ts';
import { damageAndGrounds } from './concepts/damage-and-grounds.ts';
import { devices } from './concepts/devices.ts';
import { networkAndSoftware } from './concepts/network-and-software.ts';
import { offers } from './concepts/offers.ts';
import { people } from './concepts/people.ts';
import { roomsAndFurniture } from './concepts/rooms-and-furniture.ts';
import { smallWords } from './concepts/small-words.ts';
import { waterAndClimate } from './concepts/water-and-climate.ts';

/** How a sentence is built, not what it is about. */
const structure = indexConcepts([smallWords]).names;

/** What tickets talk about, the same in five languages: "lift", "Aufzug" and "ascenseur" are one concept. */
export const concepts = indexConcepts([
  smallWords,
  administration,
  damageAndGrounds,
  devices,
  networkAndSoftware,
  offers,
  people,
  roomsAndFurniture,
  waterAndClimate,
]);

/** Whether a concept is a thing or a deed; the first of the list are not. */
export function isTopic(concept: number): boolean {
  return concept >= structure.length;
}

/** The word that turns a sentence around. */
export const but = concepts.names.indexOf('but');
