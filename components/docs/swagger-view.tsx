'use client';
import 'swagger-ui-dist/swagger-ui.css';
import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import classes from './api-page.module.css';
import './swagger-look.css';

/** Swagger UI, as a part of our own scripts: nothing is fetched but the document. @param document where it is */
export function SwaggerView({ document: url }: { document: string }) {
  const place = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  useDarkClass();
  useEffect(() => {
    let gone = false;
    import('swagger-ui-dist/swagger-ui-es-bundle.js')
      .then(({ default: show }) => {
        if (!gone && place.current) show({ ...settings, domNode: place.current, url });
      })
      .catch(() => setFailed(true));
    return () => {
      gone = true;
    };
  }, [url]);
  if (failed) return <p className={classes.failed}>The page could not be loaded. Load it again.</p>;
  return <div ref={place} />;
}

const settings = {
  deepLinking: true,
  displayOperationId: true,
  docExpansion: 'list',
  // The schemas are many; each stands where it is used.
  defaultModelsExpandDepth: -1,
  tryItOutEnabled: false,
  // A service of others.
  validatorUrl: null,
  persistAuthorization: false,
};

/** Where Swagger UI looks for the colours. */
function useDarkClass() {
  const dark = useComputedColorScheme('light', { getInitialValueInEffect: true }) === 'dark';
  useEffect(() => {
    document.documentElement.classList.toggle('dark-mode', dark);
    return () => document.documentElement.classList.remove('dark-mode');
  }, [dark]);
}
