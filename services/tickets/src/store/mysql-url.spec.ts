import { describe, expect, it } from '@jest/globals';
import { MysqlUrlError, parseMysqlUrl, withoutPassword } from './mysql-url.ts';

const desk = { user: 'desk', password: '', database: 'campus_desk' };

describe('the URL of a database', () => {
  it.each([
    ['mysql://desk@db/campus_desk', [{ name: 'db', port: 3306 }]],
    ['mysql://desk@DB.Campus:3307/campus_desk', [{ name: 'db.campus', port: 3307 }]],
    ['mysql://desk@[::1]/campus_desk', [{ name: '::1', port: 3306 }]],
    [
      'mysql://desk@db-0:3306,db-1:3307,db-2/campus_desk',
      [
        { name: 'db-0', port: 3306 },
        { name: 'db-1', port: 3307 },
        { name: 'db-2', port: 3306 },
      ],
    ],
    [
      'mysql://desk@[2001:db8::1]:3307,10.0.0.1,same:1,same:2/campus_desk',
      [
        { name: '2001:db8::1', port: 3307 },
        { name: '10.0.0.1', port: 3306 },
        { name: 'same', port: 1 },
        { name: 'same', port: 2 },
      ],
    ],
  ])('%s names its hosts', (url, hosts) => {
    expect(parseMysqlUrl(url)).toEqual({ ...desk, hosts });
  });

  it('may hold a password, with special characters as escapes or, where nothing else can be meant, as they are', () => {
    expect(parseMysqlUrl('mysql://de%40sk:p%40%2F%3A%25%20%C3%BC:#?@db/campus%2Ddesk')).toEqual({
      user: 'de@sk',
      password: 'p@/:% ü:#?',
      hosts: [{ name: 'db', port: 3306 }],
      database: 'campus-desk',
    });
  });

  it('may do without a user', () => {
    expect(parseMysqlUrl('mysql://db/campus_desk')).toMatchObject({ user: '', password: '' });
  });

  it.each([
    ['', 'must look like'],
    ['sesame', 'must look like'],
    ['postgres://desk:sesame@db/campus_desk', 'must look like'],
    ['mysql:///campus_desk', 'must look like'],
    ['mysql://desk:sesame@/campus_desk', 'must look like'],
    ['mysql://:sesame@db/campus_desk', 'a password needs a user'],
    ['mysql://desk:sesame@db', 'must end with the name of a database'],
    ['mysql://desk:sesame@db/', 'must end with the name of a database'],
    ['mysql://desk:sesame@db/campus_desk/tickets', 'and nothing after it'],
    ['mysql://desk:sesame@db/campus_desk?ssl=true', 'and nothing after it'],
    ['mysql://desk:sesame@db/campus_desk#sesame', 'and nothing after it'],
    ['mysql://desk:sesame%@db/campus_desk', 'has a % that is no escape'],
    ['mysql://desk:sesame@db:0/campus_desk', 'must look like'],
    ['mysql://desk:sesame@db:65536/campus_desk', 'must look like'],
    ['mysql://desk:sesame@db:port/campus_desk', 'must look like'],
    ['mysql://desk:sesame@db:/campus_desk', 'must look like'],
    ['mysql://desk:sesame@::1/campus_desk', 'must look like'],
    ['mysql://desk:sesame@[db]/campus_desk', 'must look like'],
    ['mysql://desk:sesame@[::1/campus_desk', 'must look like'],
    ['mysql://desk:sesame@db-0,/campus_desk', 'or name several hosts as in'],
    ['mysql://desk:sesame@db-0,,db-1/campus_desk', 'or name several hosts as in'],
    ['mysql://desk:sesame@db-0, db-1/campus_desk', 'or name several hosts as in'],
    ['mysql://desk:sesame@db-0;db-1/campus_desk', 'or name several hosts as in'],
    ['mysql://desk:sesame@db-0,DB-0:3306/campus_desk', 'must name each host once'],
  ])('is not "%s"', (url, hint) => {
    const parse = () => parseMysqlUrl(url);
    expect(parse).toThrow(MysqlUrlError);
    expect(parse).toThrow(hint);
    expect(parse).not.toThrow('sesame');
  });

  it('is shown without its password', () => {
    const url = parseMysqlUrl('mysql://desk:sesame@db-0:3307,[::1]/campus_desk');
    expect(withoutPassword(url)).toBe('mysql://desk@db-0:3307,[::1]:3306/campus_desk');
    expect(withoutPassword(parseMysqlUrl('mysql://db/campus_desk'))).toBe('mysql://db:3306/campus_desk');
  });
});
