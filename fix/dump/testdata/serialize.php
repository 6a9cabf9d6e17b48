<?php
// Writes values as PHP serializes them, a line each: the true one, and the
// one of a program whose texts were damaged before, in base64. With "read" as
// its argument it reads such lines back and says which it can unserialize and
// serialize to the same bytes again.
error_reporting(0);
class Plain { public $a; protected $b; private $c; function __construct($a, $b, $c) { $this->a = $a; $this->b = $b; $this->c = $c; } }
class Modern { public $v; function __construct($v) { $this->v = $v; } function __serialize(): array { return ['v' => $this->v]; } function __unserialize(array $d): void { $this->v = $d['v']; } }
class Old implements Serializable { public $v; function serialize() { return serialize($this->v); } function unserialize($s) { $this->v = unserialize($s); } }
enum Suit: string { case Hearts = 'é'; case Spades = 'ü'; }

if (($argv[1] ?? '') === 'read') {
    while (($line = fgets(STDIN)) !== false) {
        $s = base64_decode(trim($line));
        $v = unserialize($s);
        echo $v === false && $s !== 'b:0;' ? "broken\n" : (serialize($v) === $s ? "same\n" : "other\n");
    }
    exit;
}

$bake = ['é' => 'Ã©', 'ü' => 'Ã¼', 'ñ' => 'Ã±', '’' => 'â€™', '“' => 'â€œ', '😀' => 'ðŸ˜€', 'д' => 'Ð´', 'а' => 'Ð°'];
$texts = ['café', 'plain', 'it’s “x', 'да 😀', 'quote";}', "a\nb", '', 'niño";s:3:"x";', 'ü'];

function values($t) {
    $old = new Old; $old->v = [$t(0), $t(3)];
    $shared = new Plain($t(0), $t(2), $t(7));
    $object = new stdClass; $object->{$t(0)} = $t(3); $object->list = [$t(4), 1.5, null, true, -7];
    $array = [$t(0) => [$t(8) => $t(2), 3 => $t(3)], 'k' => [[[$t(7)]]]]; $array['ref'] = &$array['k'];
    yield $t(0); yield $t(4); yield $t(7);
    yield [$t(0), $t(1), $t(2), $t(3), $t(4), $t(5), $t(6)];
    yield $array; yield $object; yield $shared; yield [$shared, $shared, $object];
    yield new Modern($t(2)); yield $old; yield new ArrayObject([$t(0), $t(7)]);
    yield [Suit::Hearts, Suit::Spades, $t(0)];
    yield serialize([$t(0), serialize([$t(3)])]);
    yield json_encode(['a' => $t(2), 'b' => serialize([$t(3)])]);
    yield [new SplObjectStorage, new DateTime('2020-01-01'), $t(8)];
}

$true = values(fn($i) => $texts[$i]);
$damaged = values(fn($i) => strtr($texts[$i], $bake));
foreach ($true as $v) {
    echo base64_encode(serialize($v)), "\t", base64_encode(serialize($damaged->current())), "\n";
    $damaged->next();
}
