package io.labrun.docker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority of the test's own, with a certificate for an engine at 127.0.0.1 and one for us. */
final class Pki {
  private static final long DAY = 86_400_000L;

  private final KeyPair authority = pair();
  private final X509Certificate ca;

  Pki() throws Exception {
    ca = sign("CN=test authority", authority, true);
  }

  private static KeyPair pair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    return generator.generateKeyPair();
  }

  private X509Certificate sign(String name, KeyPair pair, boolean isAuthority)
      throws GeneralSecurityException, IOException, OperatorCreationException {
    long now = System.currentTimeMillis();
    var builder =
        new JcaX509v3CertificateBuilder(
            new X500Name("CN=test authority"),
            BigInteger.valueOf(System.nanoTime()),
            new Date(now - DAY),
            new Date(now + DAY),
            new X500Name(name),
            pair.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
    builder.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")));
    byte[] encoded =
        builder
            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate()))
            .getEncoded();
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(encoded));
  }

  /** Writes what the docker CLI wants: ca.pem, cert.pem and key.pem. */
  void write(Path folder) throws Exception {
    KeyPair pair = pair();
    pem(folder.resolve("ca.pem"), "CERTIFICATE", ca.getEncoded());
    pem(folder.resolve("cert.pem"), "CERTIFICATE", sign("CN=me", pair, false).getEncoded());
    pem(folder.resolve("key.pem"), "PRIVATE KEY", pair.getPrivate().getEncoded());
  }

  private static void pem(Path file, String what, byte[] content) throws IOException {
    String base64 = Base64.getMimeEncoder().encodeToString(content);
    Files.writeString(
        file, "-----BEGIN " + what + "-----\n" + base64 + "\n-----END " + what + "-----\n");
  }

  /** The engine's side, which asks for a certificate of this authority. */
  SSLContext server() throws Exception {
    KeyPair pair = pair();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "engine",
        pair.getPrivate(),
        new char[0],
        new Certificate[] {sign("CN=engine", pair, false)});
    store.setCertificateEntry("ca", ca);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, new char[0]);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
