// The badge of an online validator is switched off: the page must not look beyond this gateway.
window.ui = SwaggerUIBundle({
  dom_id: '#page',
  urls: [
    { name: 'VoIPbin v1.0', url: '/openapi/voipbin.json' },
    { name: 'autocall v3', url: '/openapi/autocall.json' },
    { name: 'Tandem', url: '/openapi/gateway.json' },
  ],
  validatorUrl: null,
  deepLinking: true,
  docExpansion: 'none',
  tryItOutEnabled: true,
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: 'StandaloneLayout',
});
