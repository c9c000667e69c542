import { ApiProblem, readProblem, unreachable } from '@/components/shell/api';
import type { ImportView } from '@/lib/contracts/import-api';

/** Sends a file as it is, with XMLHttpRequest because fetch does not tell how much has left. */
export function sendFile(
  file: File,
  onProgress: (sent: number) => void,
): { answer: Promise<ImportView>; abort: () => void } {
  const request = new XMLHttpRequest();
  const answer = new Promise<ImportView>((resolve, reject) => {
    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.onload = () => {
      if (request.status === 201) resolve(JSON.parse(request.responseText) as ImportView);
      else reject(new ApiProblem(readProblem(request.status, request.responseText)));
    };
    request.onerror = () =>
      reject(
        new ApiProblem({
          ...unreachable,
          detail: `The connection broke while ${file.name} was sent. Choose it again.`,
        }),
      );
    request.onabort = () => reject(new DOMException('Cancelled', 'AbortError'));
  });
  const query = new URLSearchParams({ fileName: file.name, until: 'mapping' });
  request.open('POST', `/api/v1/imports?${query}`);
  request.setRequestHeader('accept', 'application/json');
  // Browsers name odd types for CSV files; the server looks inside instead.
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.send(file);
  return { answer, abort: () => request.abort() };
}
