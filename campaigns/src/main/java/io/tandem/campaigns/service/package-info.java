/** What an API call does to the hub: one transaction each, a closed set of failures. */
@NullMarked
package io.tandem.campaigns.service;

import org.jspecify.annotations.NullMarked;
