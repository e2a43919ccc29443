import { bootstrapApplication } from '@angular/platform-browser';
import { tidyAddress } from './app/api/past-service-worker';
import { App } from './app/app';
import { appConfig } from './app/app-config';

// Before the router reads it.
tidyAddress();
bootstrapApplication(App, appConfig).catch((error: unknown) => console.error(error));
