import { bootstrapApplication } from '@angular/platform-browser';
import { tidyAddress } from './app/api/past-service-worker';
import { App } from './app/app';
import { appConfig } from './app/app-config';

// Before the router reads it.
tidyAddress();
// In a task of its own: reading the scripts was one already, and a finger should not wait for both.
setTimeout(() => {
  bootstrapApplication(App, appConfig).catch((error: unknown) => console.error(error));
});
