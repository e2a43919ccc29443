import { describe, expect, it } from '@jest/globals';
import { privateDataIn } from './private-data';

const phones = [
  // Germany, Austria, Switzerland
  '+49 171 2345678',
  '+49 (0)30 123456-78',
  '+49-351-463-31234',
  '0049 171 2345678',
  '0171 2345678',
  '0171/2345678',
  '(0171) 234 56 78',
  '01712345678',
  '030 1234567',
  '0351/4633-1234',
  '+43 664 1234567',
  '0664 1234567',
  '+41 44 668 18 00',
  '044 668 18 00',
  '079 123 45 67',
  // France
  '+33 6 12 34 56 78',
  '0033612345678',
  '06 12 34 56 78',
  '06.12.34.56.78',
  '06-12-34-56-78',
  '0612345678',
  // Italy
  '+39 333 123 4567',
  '+393331234567',
  '333 1234567',
  '347 123 4567',
  '06 6982 1234',
  '02 12345678',
  // Spain
  '+34 612 345 678',
  '0034 612 345 678',
  '612 345 678',
  '612 34 56 78',
  '91 123 45 67',
  // Britain, Ireland, North America
  '+44 20 7946 0958',
  '+44 (0)20 7946 0958',
  '020 7946 0958',
  '07700 900123',
  '+353 85 123 4567',
  '+1 (555) 123-4567',
  '(555) 123-4567',
  '555-123-4567',
];

describe('privateDataIn', () => {
  it.each(phones)('sees the phone number %s, whatever stands around it', (phone) => {
    for (const text of [
      phone,
      `Call me: ${phone}.`,
      `Room 2.14, the lamp flickers. ${phone}`,
      `${phone} (Ada)`,
      `Seit 05.10.2026, ${phone}, bitte!`,
      `Kein WLAN\n${phone}\nDanke`,
    ]) {
      expect([text, privateDataIn(text)]).toEqual([text, ['phone']]);
    }
  });

  it.each([
    'Tel. 123456',
    'Telefon: 463 31234',
    'Handynummer 1712345678',
    'mein Handy: 1712345678',
    'phone 555-1234',
    'WhatsApp 612345678',
    'mi móvil 612345678',
    'mi teléfono es 612 345 678',
    'cellulare 3331234567',
    'tél. 01 23 45 67',
    'Ruf mich an: 0171 2345678',
    'Call me at 5551234567',
  ])('sees a number that is said to be a phone’s: %s', (text) => {
    expect(privateDataIn(text)).toEqual(['phone']);
  });

  it.each(['ada@example.org', 'Ada.Lovelace+desk@mail.tu-campus.de', 'Write to <ada@example.co.uk>, please'])(
    'sees the e-mail address in %s',
    (text) => {
      expect(privateDataIn(text)).toEqual(['email']);
    },
  );

  it.each([
    'Matrikelnummer 1234567',
    'Matrikel-Nr.: 1234567',
    'Matr.-Nr. 123 4567',
    'MatNr 01234567',
    'matriculation number is 4012345',
    'my student ID: s1234567',
    'student number 20261234',
    'numéro étudiant : 21901234',
    'n° étudiant 21901234',
    'matricola VR123456',
    'numero di matricola 0000123456',
    'número de matrícula 201912345',
  ])('sees the matriculation number in %s', (text) => {
    expect(privateDataIn(text)).toEqual(['matriculation']);
  });

  it('sees accounts and cards by their check digits', () => {
    expect(privateDataIn('DE89 3704 0044 0532 0130 00')).toEqual(['account']);
    expect(privateDataIn('Bitte auf FR1420041010050500013M02606 erstatten')).toEqual(['account']);
    expect(privateDataIn('DE89 3704 0044 0532 0130 01')).not.toContain('account');
    expect(privateDataIn('4111 1111 1111 1111')).toEqual(['card']);
    expect(privateDataIn('4111 1111 1111 1112')).toEqual([]);
  });

  it('names everything it sees, each once', () => {
    expect(
      privateDataIn('ada@example.org, bob@example.org, 0171 2345678, Matrikelnummer 1234567, +49 30 1234567'),
    ).toEqual(['email', 'matriculation', 'phone']);
  });

  it.each([
    '',
    'The projector in room 2.14 shows no picture',
    'Raum 01.05.023 und 01.05.024',
    'Room B-12.034, seat 117',
    'Hörsaal 0.103.1',
    'Since 2026-10-05',
    'Seit 05.10.2026 14:30 Uhr',
    '05.10.2026-08.10.2026',
    '05.10.26-08.10.26 geschlossen',
    'vom 05.10. bis 08.10.2026',
    '05.10.–08.10.2026',
    'le 05/10/2026 à 14h30',
    '5-10-2026',
    '2026-10-05T08:14:00.000Z',
    'Open 08:00-10:00, 12:30–14:00',
    'Mo 08.00-10.00 und 12.00-14.00',
    'It cost 1,234.56 € and then 1.234.567,89 EUR',
    'CHF 1234567.90',
    'Inventarnummer 0123456789',
    'Inv.-Nr. 012 345 6789',
    'inventory no. 612 345 678',
    'numéro d’inventaire INV-2024-001234',
    'INV-0171-2345678',
    'Seriennummer 0171234567',
    'Serial 0351463312',
    'S/N: 0123-4567-89',
    'IP 192.168.178.23',
    '010.020.030.040 does not answer',
    '192.168.178.23:8080 und 10.0.0.1/24',
    'MAC 01:23:45:67:89:01',
    'MAC 01-23-45-67-89-01',
    'See ticket #1042 and #0123456789',
    'Ticket 012345678901',
    'Error 0x80070005',
    'Fehlercode 0123456789',
    'Error code: 800401 12345678',
    'KB5034441 and 0x0000011b',
    'HTTP 500, 502, 504',
    'ISBN 978-3-16-148410-0',
    'ISBN 0-306-40615-2',
    'Shelf 004.678 ABC 123.4',
    'https://desk.example/portal/tickets/0171234567',
    'The phone in room 2.14 is dead',
    'My phone shows error 0x80070005',
    'iPhone 15 and Windows 11',
    '30 students, 2 rooms, 10 000 pages, 1 000 000 clicks',
    'Version 1.22.333.4444',
    'from 8 to 10, +20 °C, +3 dB',
    '100234567',
    'emergency: 112 or 110',
    '@home, a@b, 5 @ 2',
    'PLZ 01069 Dresden',
    '12345678901234567890123',
    'Kurs 2026/27, Modul IN0009',
  ])('sees nothing private in %j', (text) => {
    expect(privateDataIn(text)).toEqual([]);
  });

  it('takes no long time for any text', () => {
    const began = performance.now();
    for (const text of ['0 ', '01 2', '1', 'a@', 'DE12 ', 'tel ', '06.', '- (', '€1,', 'inv ']) {
      privateDataIn(text.repeat(10_000 / text.length));
    }
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
