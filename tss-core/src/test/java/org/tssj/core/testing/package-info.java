/**
 * What every module tests its wire types with: both directions in one line, refusals by their
 * message, and random round trips of every codec there is. Published as the test-jar of tss-core;
 * nothing in here knows a TPM.
 */
package org.tssj.core.testing;
