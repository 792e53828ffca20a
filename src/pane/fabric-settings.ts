/**
 * Must be imported before anything of Fabric: on loading it would declare web fonts of a content network. An empty
 * address leaves them out; the pane uses the fonts of the machine and asks no server but its own.
 */
(window as Window & { FabricConfig?: { fontBaseUrl: string } }).FabricConfig = { fontBaseUrl: '' };

export {};
