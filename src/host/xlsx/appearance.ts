export * from '../port/appearance';
