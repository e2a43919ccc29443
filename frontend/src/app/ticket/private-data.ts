export type PrivateData = 'email' | 'account' | 'card' | 'matriculation' | 'phone';

/**
 * Which data of a person stands in a text that everybody will read. It looks for what people write on a campus of five
 * languages: numbers count as private only where their form or the word before them says so, since room numbers,
 * dates, inventory numbers and error codes are what reports are made of. A text that was searched is cut out, so that
 * nothing is taken for two things.
 */
export function privateDataIn(text: string): PrivateData[] {
  let rest = text;
  const found: PrivateData[] = [];
  const look = (kind: PrivateData, pattern: RegExp, isReally: (match: string) => boolean = () => true) => {
    rest = rest.replace(pattern, (match) => {
      if (!isReally(match)) {
        return match;
      }
      found.push(kind);
      return GAP;
    });
  };
  look('email', EMAIL);
  look('account', IBAN, isIban);
  look('card', CARD, isCard);
  look('matriculation', MATRICULATION);
  look('phone', NAMED_PHONE, hasDigits(6, 15));
  for (const harmless of HARMLESS) {
    rest = rest.replace(harmless, GAP);
  }
  look('phone', INTERNATIONAL_PHONE, hasDigits(9, 15));
  look('phone', NATIONAL_PHONE, hasDigits(9, 13));
  look('phone', GROUPED_PHONE);
  return [...new Set(found)];
}

/** Stands where something was cut out; belongs to no number and no word. */
const GAP = ' ; ';

/** A number does not begin within a word, a number, or what is joined to one (2.14, #1042, B-12). */
const BEFORE = String.raw`(?<![\p{L}\d#_]|[\d\p{L}][.,:/\-–])`;
/** Nor does it end there. */
const AFTER = String.raw`(?![\p{L}\d_]|[.,:/\-–]\d)`;
/** Between two digits of a phone number stands one mark at most, but for brackets and a spaced dash or slash. */
const JOINT = String.raw`(?: ?[()] ?| [-–/] |[\s.\-–/])?`;

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu;

const IBAN = /(?<![\p{L}\d])[a-z]{2}\d{2}(?: ?[a-z\d]{4}){2,7}(?: ?[a-z\d]{1,3})?(?![\p{L}\d])/giu;

const CARD = new RegExp(`${BEFORE}\\d{4}([ -]?)\\d{4}\\1\\d{4}\\1\\d{4}${AFTER}`, 'gu');

/** What a student's number is called; the number itself looks like any other. */
const MATRICULATION =
  /(?<!\p{L})(?:matrikel|matr\.|mat\.?-?nr|matno|immatrikulation|matriculation|student (?:id|number|no)|student-id|matricola|matr[ií]cula|expediente|num[eé]ro (?:d[’' ])?[eé]tudiant|n[°º] ?(?:d[’' ])?[eé]tudiant|carte (?:d[’' ])?[eé]tudiant)[^\d\n]{0,24}?\p{L}{0,2}\d(?:[ .-]?\d){4,11}(?!\d)/giu;

/** A number that is said to be a phone's may be as short as those within a town. */
const NAMED_PHONE = new RegExp(
  String.raw`(?<!\p{L})(?:tele(?:f|ph)on\p{L}*|tel[eé]fono|t[eé]l[eé]phone|tel\.?|t[eé]l\.?|phone|mobile|cell|handy\p{L}*|mobil|handynr|cellulare|cell\.|m[oó]vil|portable|whatsapp|fax|call(?: me)?|ring me|ruf\p{L}*(?: mich)?|anrufen|chiama\p{L}*|appele[rz](?:-moi)?|ll[aá]m\p{L}*)[ ]?(?:number|nummer|nr|no|n[°º])?[.:]?[ ]*(?:(?:at|on|unter|is|ist|al|au|under)[: ]+)?\+?[(]?\d(?:${JOINT}\d){4,14}${AFTER}`,
  'giu',
);

/** What has as many digits as a phone number and is none. */
const HARMLESS = [
  // Dates, also from one to another, with a time.
  new RegExp(
    String.raw`${BEFORE}\d{4}-\d{1,2}-\d{1,2}(?:[T ]?\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?)?(?!\d)`,
    'gu',
  ),
  new RegExp(
    String.raw`${BEFORE}(?:\d{1,2}\.(?:\d{1,2}\.)? ?[-–] ?)?(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|1[0-2])\1(?:(?:19|20)\d{2}|\d{2})(?: ?[-–] ?\d{1,2}\1\d{1,2}\1(?:\d{4}|\d{2}))?(?![\p{L}\d]|[./\-–]\d)`,
    'gu',
  ),
  // Times.
  /(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)/gu,
  // Addresses of devices.
  /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?::\d+|\/\d+)?(?![\d.])/gu,
  /(?<![\p{L}\d])[\da-f]{2}(?:[:-][\da-f]{2}){5}(?![\p{L}\d])/giu,
  // Addresses of pages.
  /\b(?:https?:\/\/|www\.)\S+/giu,
  // Numbers that the word before names: of things, of errors, of books, of tickets.
  /(?<!\p{L})(?:inv\p{L}*|asset\p{L}*|serien\p{L}*|serial\p{L}*|seri[eè]|s\/n|sn|geräte\p{L}*|barcode|isbn|issn|error|fehler\p{L}*|erreur|errore|ticket\p{L}*|code|c[oó]digo|codice|bestell\p{L}*|order|artikel\p{L}*|rechnung\p{L}*|invoice|room|raum|zimmer|salle|aula|sala|stanza)\.?[- ]?(?:number|nummer|numm?er[oó]|nr|no|num|n[°º]|code|id)?[.:]?[ #]*[\p{L}\d][\p{L}\d./_-]*(?: [\d./_-]+)*/giu,
  // Prices.
  /(?:€|eur|chf|\$|£) ?\d[\d.,' ]*|\d[\d.,']* ?(?:€|eur(?!\p{L})|chf|\$|£)/giu,
] as const;

const INTERNATIONAL_PHONE = new RegExp(
  String.raw`(?<![\p{L}\d+#_]|\d[.,:/\-–])(?:\+ ?[1-9]|00(?=[1-9])(?:49|43|41|423|39|33|34|44|352|353|1|3\d|4\d)${JOINT})(?:${JOINT}\d){5,13}${AFTER}`,
  'gu',
);

/** From a 0 on, as within most countries: 030 123456, (0171) 2345678, 06 12 34 56 78, 0351/4633-1234. */
const NATIONAL_PHONE = new RegExp(String.raw`${BEFORE}\(?0[1-9](?:${JOINT}\d){7,11}${AFTER}`, 'gu');

/** Without a 0, in the groups that people write: Spain, Italian mobiles, North America. */
const GROUPED_PHONE = new RegExp(
  [
    String.raw`[6-9]\d{2}([ -])\d{3}\1\d{3}`,
    String.raw`[6-9]\d{2}([ -])\d{2}\2\d{2}\2\d{2}`,
    String.raw`9\d([ -])\d{3}\3\d{2}\3\d{2}`,
    String.raw`3[2-9]\d([ -/])(?:\d{3}\4?\d{3,4}|\d{6,7})`,
    String.raw`\(\d{3}\) ?\d{3}[ -]\d{4}`,
    String.raw`[2-9]\d{2}-\d{3}-\d{4}`,
  ]
    .map((form) => `${BEFORE}${form}${AFTER}`)
    .join('|'),
  'gu',
);

function hasDigits(least: number, most: number): (match: string) => boolean {
  return (match) => {
    const { length } = match.replace(/\D/g, '');
    return length >= least && length <= most;
  };
}

/** By its check digits (ISO 7064): letters count as 10 to 35, and the number is 1 modulo 97. */
function isIban(match: string): boolean {
  const compact = match.replace(/ /g, '').toUpperCase();
  const digits = [...compact.slice(4), ...compact.slice(0, 4)].map((one) => parseInt(one, 36)).join('');
  return BigInt(digits) % 97n === 1n;
}

/** By its check digit (Luhn), and a first digit that payment cards have. */
function isCard(match: string): boolean {
  const digits = match.replace(/\D/g, '');
  const sum = [...digits].reverse().reduce((total, one, index) => {
    const value = Number(one) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return /^[2-6]/.test(digits) && sum % 10 === 0;
}
