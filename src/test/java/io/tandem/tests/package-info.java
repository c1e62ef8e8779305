/** Tests that need the whole gateway and speak to it as its clients do. */
package io.tandem.tests;
