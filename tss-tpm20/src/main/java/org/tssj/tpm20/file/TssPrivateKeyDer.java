package org.tssj.tpm20.file;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.WireException;
import org.tssj.tpm20.structure.constant.CommandCode;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Public;

/** The ASN.1 of a TSS2 PRIVATE KEY. Names Bouncy Castle's types. */
final class TssPrivateKeyDer {

  private static final String KINDS = "2.23.133.10.1.";
  private static final int FIRST_KIND = 3;
  private static final int EMPTY_AUTH = 0;
  private static final int POLICY = 1;
  private static final int SECRET = 2;
  private static final int AUTH_POLICY = 3;
  private static final int DESCRIPTION = 4;
  private static final int RSA_PARENT = 5;
  private static final Codec<Bytes> SIZED = Codecs.counted(2, 0xffff);

  private TssPrivateKeyDer() {}

  static Bytes write(TssPrivateKey key) {
    ASN1EncodableVector all = new ASN1EncodableVector();
    all.add(new ASN1ObjectIdentifier(KINDS + (FIRST_KIND + key.kind().ordinal())));
    if (key.emptyAuth()) {
      all.add(tagged(EMPTY_AUTH, ASN1Boolean.TRUE));
    }
    if (!key.policy().isEmpty()) {
      all.add(tagged(POLICY, policy(key.policy())));
    }
    if (!key.secret().isEmpty()) {
      all.add(tagged(SECRET, octets(SIZED.encode(key.secret()))));
    }
    if (!key.authPolicies().isEmpty()) {
      all.add(tagged(AUTH_POLICY, authPolicies(key.authPolicies())));
    }
    if (!key.description().isEmpty()) {
      all.add(tagged(DESCRIPTION, new DERUTF8String(key.description())));
    }
    if (key.rsaParent()) {
      all.add(tagged(RSA_PARENT, ASN1Boolean.TRUE));
    }
    all.add(new ASN1Integer(Integer.toUnsignedLong(key.parent().value())));
    all.add(octets(Public.SIZED_CODEC.encode(key.publicArea())));
    all.add(octets(SIZED.encode(key.privateArea())));
    try {
      return Bytes.wrap(new DERSequence(all).getEncoded(ASN1Encoding.DER));
    } catch (IOException e) {
      throw new IllegalStateException("a key cannot be written", e);
    }
  }

  private static DERSequence policy(List<TssPrivateKey.PolicyCommand> commands) {
    ASN1EncodableVector all = new ASN1EncodableVector();
    for (TssPrivateKey.PolicyCommand command : commands) {
      all.add(
          new DERSequence(
              new ASN1Encodable[] {
                tagged(
                    0,
                    new ASN1Integer(Integer.toUnsignedLong(command.commandCode().value()))),
                tagged(1, octets(command.commandPolicy()))
              }));
    }
    return new DERSequence(all);
  }

  private static DERSequence authPolicies(List<TssPrivateKey.AuthPolicy> policies) {
    ASN1EncodableVector all = new ASN1EncodableVector();
    for (TssPrivateKey.AuthPolicy each : policies) {
      ASN1EncodableVector one = new ASN1EncodableVector();
      if (!each.name().isEmpty()) {
        one.add(tagged(0, new DERUTF8String(each.name())));
      }
      one.add(tagged(1, policy(each.policy())));
      all.add(new DERSequence(one));
    }
    return new DERSequence(all);
  }

  private static DERTaggedObject tagged(int number, ASN1Encodable object) {
    return new DERTaggedObject(true, number, object);
  }

  private static DEROctetString octets(Bytes octets) {
    return new DEROctetString(octets.toArray());
  }

  static TssPrivateKey read(Bytes der) {
    try {
      return key(ASN1Primitive.fromByteArray(der.toArray()));
    } catch (WireException e) {
      throw e.within("TPMKey");
    } catch (IOException | RuntimeException e) {
      // Bouncy Castle has several kinds of exception for octets that are not what they claim.
      throw refused("must be a TSS2 PRIVATE KEY in DER", String.valueOf(e.getMessage()))
          .within("TPMKey");
    }
  }

  private static WireException refused(String rule, String found) {
    return WireException.refused(rule, 0, found);
  }

  private static TssPrivateKey key(ASN1Encodable whole) {
    List<ASN1Encodable> all = new ArrayList<>(List.of(ASN1Sequence.getInstance(whole).toArray()));
    int types = TssPrivateKey.Kind.values().length;
    String oid = ASN1ObjectIdentifier.getInstance(all.remove(0)).getId();
    int kind = oid.startsWith(KINDS) ? oid.charAt(oid.length() - 1) - '0' - FIRST_KIND : -1;
    if (kind < 0 || kind >= types || oid.length() != KINDS.length() + 1) {
      throw refused("type must be 2.23.133.10.1.3, .4 or .5", oid);
    }
    boolean emptyAuth = bool(optional(all, EMPTY_AUTH));
    List<ASN1Encodable> policy = optional(all, POLICY);
    List<ASN1Encodable> secret = optional(all, SECRET);
    List<ASN1Encodable> authPolicy = optional(all, AUTH_POLICY);
    List<ASN1Encodable> description = optional(all, DESCRIPTION);
    boolean rsaParent = bool(optional(all, RSA_PARENT));
    if (all.size() != 3) {
      throw refused("must end with parent, pubkey and privkey", all.size() + " elements");
    }
    return new TssPrivateKey(
        TssPrivateKey.Kind.values()[kind],
        emptyAuth,
        policy.isEmpty() ? List.of() : policy(policy.get(0)),
        secret.isEmpty() ? Bytes.EMPTY : SIZED.decode(octets(secret.get(0))),
        authPolicy.isEmpty() ? List.of() : authPolicies(authPolicy.get(0)),
        description.isEmpty() ? "" : ASN1UTF8String.getInstance(description.get(0)).getString(),
        rsaParent,
        Handle.of(number(all.get(0))),
        Public.SIZED_CODEC.decode(octets(all.get(1))),
        SIZED.decode(octets(all.get(2))));
  }

  /** The element with this tag if it comes next: none or one. */
  private static List<ASN1Encodable> optional(List<ASN1Encodable> elements, int tag) {
    if (!elements.isEmpty()
        && elements.get(0) instanceof ASN1TaggedObject next
        && next.hasContextTag(tag)) {
      elements.remove(0);
      return List.of(next.getExplicitBaseObject());
    }
    return List.of();
  }

  private static boolean bool(List<ASN1Encodable> element) {
    return !element.isEmpty() && ASN1Boolean.getInstance(element.get(0)).isTrue();
  }

  private static Bytes octets(ASN1Encodable element) {
    return Bytes.of(ASN1OctetString.getInstance(element).getOctets());
  }

  // Some programs write a handle above 0x7fffffff as a negative number.
  private static int number(ASN1Encodable element) {
    BigInteger value = ASN1Integer.getInstance(element).getValue();
    if (value.bitLength() > Integer.SIZE) {
      throw refused("parent must have 32 bits", value.toString());
    }
    return value.intValue();
  }

  private static List<TssPrivateKey.PolicyCommand> policy(ASN1Encodable element) {
    List<TssPrivateKey.PolicyCommand> commands = new ArrayList<>();
    for (ASN1Encodable each : ASN1Sequence.getInstance(element)) {
      ASN1Sequence one = ASN1Sequence.getInstance(each);
      commands.add(
          new TssPrivateKey.PolicyCommand(
              new CommandCode(number(explicit(one.getObjectAt(0), 0))),
              octets(explicit(one.getObjectAt(1), 1))));
    }
    return commands;
  }

  private static List<TssPrivateKey.AuthPolicy> authPolicies(ASN1Encodable element) {
    List<TssPrivateKey.AuthPolicy> policies = new ArrayList<>();
    for (ASN1Encodable each : ASN1Sequence.getInstance(element)) {
      List<ASN1Encodable> one = new ArrayList<>(List.of(ASN1Sequence.getInstance(each).toArray()));
      List<ASN1Encodable> name = optional(one, 0);
      policies.add(
          new TssPrivateKey.AuthPolicy(
              name.isEmpty() ? "" : ASN1UTF8String.getInstance(name.get(0)).getString(),
              policy(explicit(one.get(0), 1))));
    }
    return policies;
  }

  private static ASN1Encodable explicit(ASN1Encodable element, int tag) {
    return ASN1TaggedObject.getInstance(element, BERTags.CONTEXT_SPECIFIC, tag)
        .getExplicitBaseObject();
  }
}
