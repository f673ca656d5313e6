/* Loaded before the program by `node -r`: makes this Node look like one that is too old for it. */
Object.defineProperty(process, 'version', {value: 'v18.19.1'});
Object.defineProperty(process, 'versions', {value: {...process.versions, node: '18.19.1'}});
