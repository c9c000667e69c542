/** The part of yazl 3 that the tests use; it comes without types. */
declare module 'yazl' {
  export class ZipFile {
    outputStream: NodeJS.ReadableStream;
    addBuffer(content: Buffer, name: string, options?: { compress?: boolean }): void;
    addReadStream(content: NodeJS.ReadableStream, name: string): void;
    end(): void;
  }
}
