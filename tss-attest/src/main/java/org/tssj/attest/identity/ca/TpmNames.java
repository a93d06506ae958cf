package org.tssj.attest.identity.ca;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;

/** A directory name of the TCG's attributes: UTF8String, each in a part of its own. */
final class TpmNames {

  private final X500NameBuilder builder = new X500NameBuilder();

  void add(ASN1ObjectIdentifier type, String value) {
    if (!value.isEmpty()) {
      builder.addRDN(type, new DERUTF8String(value));
    }
  }

  X500Name name() {
    return builder.build();
  }
}
