/** As much of it as is used: https://github.com/swagger-api/swagger-ui/blob/master/docs/usage/configuration.md */
declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  const show: (settings: { domNode: HTMLElement; url: string } & Record<string, unknown>) => void;
  export default show;
}
