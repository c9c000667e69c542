'use client';
import { Button } from '@mantine/core';
import Link from 'next/link';

/** The page that is not there. */
export function NotFoundNote() {
  return (
    <main className="lone-page">
      <title>Not found · Import Desk</title>
      <h1>There is nothing at this address</h1>
      <p>It may have been deleted, or the address is not complete.</p>
      <Button component={Link} href="/imports" variant="filled">
        Go to the imports
      </Button>
    </main>
  );
}
