'use client';
import { Button } from '@mantine/core';
import { useEffect } from 'react';

/** What a person sees where a page broke. Nothing of the cause: it stands in the log of the server. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  useEffect(() => console.error(error), [error]);
  return (
    <main className="lone-page">
      <h1>This page could not be shown</h1>
      <p>
        Your imports are safe. Try again; if it stays like this, tell the person who runs Import Desk
        {error.digest && ` and name the number ${error.digest}`}.
      </p>
      <Button variant="filled" onClick={reset}>
        Try again
      </Button>
    </main>
  );
}
