namespace Listening.Worker.Demo.Community;

internal static partial class Topics
{
    public static Topic Spanish { get; } = new("eventos en español", "Eventos")
    {
        Language = "es",
        Posts =
        [
            "Visita técnica en {city}. El salón es precioso y solo tiene {n} enchufes. Ya estoy dibujando el plan.",
            "Cambiamos el bufé por tres puntos pequeños y la cola desapareció en {mins} minutos.",
            "Hoy {crowd} personas, una sola puerta y un equipo que no perdió la sonrisa. Gracias a todas.",
            "¿Alguien conoce intérpretes de lengua de signos en {city} para mayo? Pagamos bien y a tiempo.",
            "El proyector falló, la ponente siguió hablando con una vela y fue lo mejor del día.",
            "Imprimir acreditaciones en el momento: de {tens} segundos a {n}. Quitamos el fondo de color y listo.",
            "Vasos reutilizables con depósito: volvieron casi todos. Los que no, los veo en fotos de fiestas.",
            "La mejor reunión del congreso fue en la cola del café. Otra vez.",
            "Mañana montaje a las seis. Si me leen después de medianoche, mándenme a dormir.",
            "Preguntamos a la gente qué necesita para participar. Contestaron {tens}, y casi todo era fácil.",
        ],
        Opinions =
        [
            "El sonido primero, lo demás después.",
            "Una buena señal ahorra cien preguntas.",
            "Sin descansos no hay equipo.",
            "Pagar a tiempo también es producción.",
            "Siempre hay que mirar los baños antes de firmar.",
            "La accesibilidad se presupuesta desde el primer día.",
            "Menos folletos y más sillas, por favor.",
            "El tren antes que el avión, si el horario lo permite.",
        ],
        Photos = ["Una mesa larga con vasos de colores y una cola que da la vuelta"],
    };
}
