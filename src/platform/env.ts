import { z } from 'zod';
import { keptSecret } from './secret.ts';

/** Everything an operator may set. `.env.example` explains each variable. */
export type Env = {
  readonly host: string;
  readonly port: number;
  /** Where people reach this installation, without a slash at the end: the start of every link in a letter. */
  readonly origin: string;
  /** Whether PUBLIC_ORIGIN was given. Otherwise pages believe the address the browser asked for. */
  readonly isOriginFixed: boolean;
  readonly databaseUrl: string;
  readonly databaseAuthToken: string | undefined;
  /** Signs tokens; at least 32 characters. */
  readonly secret: string;
  readonly timeZone: string;
  /** Who signs certificates, as people know the organisation. */
  readonly issuerName: string;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly logLevel: LogLevel;
  readonly trustProxy: boolean;
  /** Whether an empty database is filled with demonstration people. */
  readonly demo: boolean;
};

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

type Source = Readonly<Record<string, string | undefined>>;

/** One variable: how to read it and what to tell whoever set it wrongly. */
type Variable<T> = { read: z.ZodType<T, string | undefined>; expected: string; isPrivate?: true };

const VARIABLES = {
  HOST: variable(
    z.string().regex(/^\S+$/).default('127.0.0.1'),
    'an address to listen on, such as 127.0.0.1 or 0.0.0.0',
  ),
  PORT: variable(
    z.string().regex(/^\d+$/).default('4321').transform(Number).pipe(z.int().min(1).max(65_535)),
    'a number from 1 to 65535',
  ),
  PUBLIC_ORIGIN: variable(
    z.string().refine(isOrigin).optional(),
    'an address without a path, such as https://learn.example.org',
  ),
  DATABASE_URL: variable(
    z
      .string()
      .regex(/^(file:(?!.*:memory:).+|(libsql|https?|wss?):\/\/.+)$/)
      .default('file:var/hamkke.db'),
    'a file such as file:var/hamkke.db or a libSQL server such as https://db.example.org',
  ),
  DATABASE_AUTH_TOKEN: { ...variable(z.string().optional(), 'a token'), isPrivate: true },
  SECRET: {
    ...variable(z.string().min(32).optional(), 'at least 32 characters that nobody can guess'),
    isPrivate: true,
  },
  TIME_ZONE: variable(
    z.string().refine(isTimeZone).default('Asia/Seoul'),
    'a time zone such as Asia/Seoul',
  ),
  ISSUER_NAME: variable(
    z.string().trim().min(1).max(100).default('함께 Hamkke'),
    'the name of the organisation, up to 100 characters',
  ),
  SMTP_URL: {
    ...variable(
      z
        .string()
        .regex(/^smtps?:\/\/.+/)
        .optional(),
      'a mail server such as smtps://user:password@mail.example.org',
    ),
    isPrivate: true,
  },
  MAIL_FROM: variable(
    z
      .string()
      .regex(/^[^\r\n]*\S+@\S+$/)
      .default('Hamkke <hamkke@localhost>'),
    'a sender such as "Hamkke <learn@example.org>"',
  ),
  LOG_LEVEL: variable(z.enum(LOG_LEVELS).default('info'), `one of ${LOG_LEVELS.join(', ')}`),
  TRUST_PROXY: variable(onOrOff('off'), 'on or off'),
  DEMO: variable(onOrOff('on'), 'on or off'),
} as const;

type Values = { [Name in keyof typeof VARIABLES]: z.output<(typeof VARIABLES)[Name]['read']> };

/**
 * Reads the settings; an empty variable counts as absent. Throws one `EnvironmentError` that names every wrong variable.
 * `ownSecret` is asked only when SECRET is absent.
 */
export function readEnv(source: Source, ownSecret: () => string = keptSecret): Env {
  const values = readValues(source);
  return {
    host: values.HOST,
    port: values.PORT,
    origin: values.PUBLIC_ORIGIN?.replace(/\/$/, '') ?? localOrigin(values.HOST, values.PORT),
    isOriginFixed: values.PUBLIC_ORIGIN !== undefined,
    databaseUrl: values.DATABASE_URL,
    databaseAuthToken: values.DATABASE_AUTH_TOKEN,
    secret: values.SECRET ?? ownSecret(),
    timeZone: values.TIME_ZONE,
    issuerName: values.ISSUER_NAME,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    logLevel: values.LOG_LEVEL,
    trustProxy: values.TRUST_PROXY,
    demo: values.DEMO,
  };
}

/** The settings of this process, read once. */
export function environment(): Env {
  ownEnvironment ??= readEnv(process.env);
  return ownEnvironment;
}
let ownEnvironment: Env | undefined;

/** A sentence for each setting that cannot be used. */
export class EnvironmentError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'EnvironmentError';
    this.problems = problems;
  }
}

function readValues(source: Source): Values {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, { read, expected, ...rest }] of Object.entries(VARIABLES)) {
    const given = source[name] || undefined;
    const parsed = read.safeParse(given);
    const shown = 'isPrivate' in rest ? '(not shown)' : JSON.stringify(given);
    if (parsed.success) values[name] = parsed.data;
    else problems.push(`${name} is ${shown} but must be ${expected}.`);
  }
  if (problems.length > 0) throw new EnvironmentError(problems);
  return values as Values; // Every variable was read by its own schema above.
}

function variable<T>(read: z.ZodType<T, string | undefined>, expected: string): Variable<T> {
  return { read, expected };
}

function onOrOff(otherwise: 'on' | 'off') {
  return z.string().default(otherwise).pipe(z.stringbool());
}

function localOrigin(host: string, port: number): string {
  const name = ['0.0.0.0', '::', '127.0.0.1'].includes(host) ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href;
}

function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
