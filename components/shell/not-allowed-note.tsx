'use client';
import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { PageLink } from './page-link';

/** The words of a page that a person may not see. Their role may be another one by now, so the navigation is asked for anew. */
export function NotAllowedNote() {
  const router = useRouter();
  useEffect(() => router.refresh(), [router]);
  return (
    <>
      <title>Not allowed · Import Desk</title>
      <h1>Your role does not allow this page</h1>
      <p>An administrator can give you another role.</p>
      <Button component={PageLink} href="/imports" variant="filled">
        Go to the imports
      </Button>
    </>
  );
}
